/** Short notices at the edge of the screen: what was done. An error stays until it is read and closed. */

export interface Toast {
  id: number;
  tone: 'done' | 'error';
  text: string;
  /** One thing to do about it, such as taking it back. */
  act?: { label: string; run: () => void };
}

class Toasts {
  list = $state<Toast[]>([]);
  private last = 0;

  done(text: string, act?: Toast['act']) {
    this.add({ tone: 'done', text, act });
  }

  error(text: string) {
    this.add({ tone: 'error', text });
  }

  close(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  private add(toast: Omit<Toast, 'id'>) {
    this.last += 1;
    // The same error twice is one error.
    const others = this.list.filter((other) => other.tone !== 'error' || other.text !== toast.text);
    this.list = [...others, { id: this.last, ...toast }].slice(-3);
  }
}

export const toasts = new Toasts();

/**
 * Short notices at the edge of the screen: what was done. One that can be taken back stays long enough to be read and
 * reached; an error stays until it is read and closed.
 */

/** Milliseconds a notice stays, and one with something to take back. */
const STAY = 7_000;
const STAY_UNDO = 10_000;
/** Notices shown at once. */
const MOST = 3;

export interface Toast {
  id: number;
  tone: 'done' | 'error';
  text: string;
  /**
   * How to take it back: its button, and `Ctrl+Z` while no text is being typed. `about` is the record it is about: only
   * the last thing done to it can be taken back.
   */
  act?: { label: string; run: () => void; about?: string };
}

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  private last = 0;

  /** Says what was done, and offers to take it back when `act` is given. */
  done(text: string, act?: Toast['act']) {
    this.add({ tone: 'done', text, act });
  }

  error(text: string) {
    this.add({ tone: 'error', text });
  }

  close(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** The last thing done that can still be taken back. */
  get undoable(): Toast | undefined {
    return this.list.findLast(({ act }) => act);
  }

  /** Takes back what a notice tells, once. */
  undo(toast: Toast) {
    if (!this.list.includes(toast)) return;
    this.close(toast.id);
    toast.act?.run();
  }

  private add(toast: Omit<Toast, 'id'>) {
    this.last += 1;
    // The same error twice is one error.
    const others = this.list.filter((other) => other.tone !== 'error' || other.text !== toast.text);
    const about = toast.act?.about;
    const past = others.map((other) => (about && other.act?.about === about ? plainly(other) : other));
    this.list = [...past, { id: this.last, ...toast }].slice(-MOST);
  }
}

/** A notice that only tells. */
const plainly = ({ id, tone, text }: Toast): Toast => ({ id, tone, text });

/** How long a notice stays, in milliseconds; none for an error. */
export function stayOf({ tone, act }: Toast): number | undefined {
  if (tone === 'error') return undefined;
  return act ? STAY_UNDO : STAY;
}

export const toasts = new Toasts();

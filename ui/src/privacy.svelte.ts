/**
 * The cover of the screen: who stands in the queue must read nothing. What is shown is taken out of the document whole,
 * so that neither an eye nor a screen reader finds it, and is put back as it was: nothing typed is lost, and what is
 * being typed is on the disk first.
 */
import { looks } from './appearance.svelte';
import { keepDrafts } from './drafts.svelte';

/** Milliseconds between two looks at how long nobody has touched anything. */
const LOOK = 5_000;
const MINUTE = 60_000;

/** How far something was scrolled, in pixels. */
interface Place {
  element: Element;
  top: number;
  left: number;
}

class Privacy {
  covered = $state(false);
  private taken: DocumentFragment | undefined;
  private places: Place[] = [];
  private dialogs: HTMLDialogElement[] = [];
  private focus: HTMLElement | null = null;
  private touched = Date.now();

  /** Covers the screen at once; `from` is what holds everything that is shown. */
  cover(from: HTMLElement) {
    if (this.covered) return;
    void keepDrafts();
    this.focus = document.activeElement as HTMLElement | null;
    this.places = [...from.querySelectorAll('*')]
      .filter((element) => element.scrollTop || element.scrollLeft)
      .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
    this.dialogs = [...from.querySelectorAll<HTMLDialogElement>('dialog[open]')];
    this.taken = document.createDocumentFragment();
    this.taken.append(...from.childNodes);
    this.covered = true;
  }

  /** Puts everything back where it was. */
  uncover(to: HTMLElement) {
    if (!this.taken) return;
    this.covered = false;
    to.append(this.taken);
    this.taken = undefined;
    // A modal dialog taken out of the document comes back as an ordinary one.
    for (const dialog of this.dialogs) {
      if (!dialog.isConnected) continue;
      dialog.removeAttribute('open');
      dialog.showModal();
    }
    for (const { element, top, left } of this.places) element.scrollTo({ top, left, behavior: 'instant' });
    this.focus?.focus({ preventScroll: true });
    [this.places, this.dialogs, this.focus, this.touched] = [[], [], null, Date.now()];
  }

  /**
   * Covers what `from` holds when nobody touches anything for the minutes chosen, also if the computer slept meanwhile,
   * and when the window is hidden: minimised, or behind the lock of the system. The answer stops it.
   */
  watch(from: HTMLElement): () => void {
    const late = () => {
      const { cover_after } = looks.now;
      if (cover_after > 0 && Date.now() - this.touched >= cover_after * MINUTE) this.cover(from);
    };
    const hidden = () => {
      if (document.hidden && looks.now.cover_hidden) this.cover(from);
      else late();
    };
    const touch = () => (this.touched = Date.now());
    const timer = setInterval(late, LOOK);
    TOUCHES.forEach((name) => addEventListener(name, touch, { capture: true, passive: true }));
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearInterval(timer);
      TOUCHES.forEach((name) => removeEventListener(name, touch, { capture: true }));
      document.removeEventListener('visibilitychange', hidden);
    };
  }
}

const TOUCHES = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const;

export const privacy = new Privacy();

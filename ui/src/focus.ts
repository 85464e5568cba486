/**
 * The focus never falls on the page itself: whoever works without a mouse would be nowhere. When the element that had
 * it goes away, it returns to the home of the screen, the element with `data-home`.
 */

/** The home of what is on top: of the open dialog, or of the screen. */
function home(): HTMLElement | null {
  const open = document.querySelectorAll('dialog[open]');
  const within: ParentNode = open[open.length - 1] ?? document;
  return within.querySelector<HTMLElement>('[data-home]') ?? within.querySelector('h1, h2');
}

/** Brings the focus home. */
export function goHome() {
  const target = home();
  if (!target) return;
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

const lost = () => document.activeElement === null || document.activeElement === document.body;

/** Watches over the focus for as long as the program runs. */
export function keepFocus() {
  const look = () => queueMicrotask(() => lost() && goHome());
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusout', () => setTimeout(look));
  document.addEventListener('pointerup', () => setTimeout(look));
}

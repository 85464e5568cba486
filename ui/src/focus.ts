/**
 * The focus never falls on the page itself: whoever works without a mouse would be nowhere. When the element that had
 * it goes away, it returns to the home of the screen, the element with `data-home`; and Tab goes round within what is
 * on top, instead of leaving the page at its end.
 */

/** Where the focus waits while the home of a screen is not painted yet. */
let stopgap: HTMLElement | null = null;

/** What is on top: the open dialog, or the page. */
function top(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
}

/** Brings the focus home. */
export function goHome() {
  const within = top();
  const home = within.querySelector<HTMLElement>('[data-home]');
  const target = home ?? within.querySelector<HTMLElement>('h1, h2, main');
  stopgap = home ? null : target;
  if (!target) return;
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What Tab reaches, in order. Of radio buttons it reaches the chosen one. */
function stops(within: HTMLElement): HTMLElement[] {
  const reached = (one: HTMLElement) =>
    one.tabIndex >= 0 &&
    !one.hasAttribute('disabled') &&
    one.getClientRects().length > 0 &&
    !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked);
  return [...within.querySelectorAll<HTMLElement>(REACHED)].filter(reached);
}

/** At either end, Tab goes on at the other. */
function goRound(event: KeyboardEvent) {
  if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey) return;
  const all = stops(top());
  const [end, other] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (!other || (document.activeElement !== end && document.activeElement !== document.body)) return;
  event.preventDefault();
  other.focus();
}

function lost(): boolean {
  const { activeElement, body } = document;
  const atStopgap = activeElement === stopgap && top().querySelector('[data-home]') !== null;
  return activeElement === null || activeElement === body || atStopgap;
}

/** Watches over the focus for as long as the program runs. */
export function keepFocus() {
  const look = () => queueMicrotask(() => lost() && goHome());
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusout', () => setTimeout(look));
  document.addEventListener('pointerup', () => setTimeout(look));
  window.addEventListener('keydown', goRound);
}

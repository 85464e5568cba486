/** Marks on the document what is painted, so that a test waits for a fact and never for a time. */

/** Says that a screen has painted its data. */
export function ready(screen: string) {
  requestAnimationFrame(() => (document.documentElement.dataset.ready = screen));
}

/** Says which dialog is on top; nothing when there is none. */
export function markDialog(kind: string | undefined) {
  if (kind) document.documentElement.dataset.dialog = kind;
  else delete document.documentElement.dataset.dialog;
}

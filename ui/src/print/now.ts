/** A paper in the hand with one key: made, and printed where papers of its kind went the last time. */
import type { DocumentAsked } from '../bindings';
import { dialogs } from '../dialogs.svelte';
import { ask, newId } from '../door';
import { toasts } from '../toasts.svelte';
import { t } from '../words';

/** Prints at once. What stands in the way, no printer or something missing, is told where it can be mended: in the preview. */
export async function printNow(document: DocumentAsked) {
  try {
    const { paperWords } = await import('./papers');
    const { id } = await ask('document_render', { document, words: paperWords() });
    const { copies, printer } = await ask('document_print', { op: newId(), id, printer: null, copies: null });
    toasts.done(t.printing.printed(copies, printer));
  } catch {
    dialogs.open({ kind: 'print', document });
  }
}

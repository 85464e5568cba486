/** What happens to a call, at one key: made, or nobody answered. */
import type { CallbackChange, CallbackLine } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, DeskFailure, newId } from '../door';
import { sayFailure } from '../errors';
import { toasts } from '../toasts.svelte';
import { tickets } from '../tickets/tickets.svelte';
import { t } from '../words';

/** Changes a call; true when it is written. */
export async function change(line: CallbackLine, step: CallbackChange): Promise<boolean> {
  try {
    const done = await ask('callback_step', { op: newId(), id: line.id, version: line.version, step });
    toasts.done(step.change === 'done' ? t.callbacks.made : t.callbacks.tried(done.attempts));
    return true;
  } catch (thrown) {
    const { failure } = thrown as DeskFailure;
    toasts.error(failure.code === 'conflict' ? t.callbacks.overtaken : sayFailure(failure));
    return false;
  } finally {
    desk.changed();
    if (line.ticket_id && tickets.detail?.id === line.ticket_id) void tickets.open(line.ticket_id);
  }
}

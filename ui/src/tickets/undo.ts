/** Taking back the last step of a ticket: the row as it was, one more line in the register. */
import type { TicketDetail } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, DeskFailure, newId } from '../door';
import { sayFailure } from '../errors';
import { toasts, type Toast } from '../toasts.svelte';
import { t } from '../words';
import { tickets } from './tickets.svelte';

/** What a notice offers after a step; nothing when it cannot be taken back. */
export function takeBack(ticket: TicketDetail): Toast['act'] {
  if (!ticket.undoable) return undefined;
  return { label: t.toasts.undo, about: ticket.id, run: () => void undoStep(ticket) };
}

/** Takes back the last step of a ticket, as it was read: whatever came since is refused by the backend. */
export async function undoStep({ id, version, number, undoable }: TicketDetail) {
  const reason = undoable === 'ticket.recorded' ? t.plain.splitUndone : null;
  try {
    tickets.show(await ask('ticket_undo', { op: newId(), id, version, draft_id: null, reason }));
    toasts.done(t.plain.undone(number));
    desk.changed();
  } catch (failure) {
    const { failure: why } = failure as DeskFailure;
    toasts.error(why.code === 'not_possible' || why.code === 'conflict' ? t.plain.notUndone : sayFailure(why));
    await tickets.open(id);
  }
}

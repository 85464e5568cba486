/** Doing a verb: opening the dialog that asks for words, or doing at once what needs none. */
import type { TicketDetail } from '../bindings';
import { desk } from '../desk.svelte';
import { dialogs } from '../dialogs.svelte';
import { ask, DeskFailure, newId, openDocument } from '../door';
import { tray } from '../drafts.svelte';
import { sayFailure, sayRemedy } from '../errors';
import { toasts } from '../toasts.svelte';
import { t } from '../words';
import { tickets } from './tickets.svelte';
import { DIALOGS, type Verb } from './verbs';

/** Does a verb to the ticket shown. */
export function act(verb: Verb, ticket: TicketDetail) {
  const kind = DIALOGS[verb];
  // A draft left on this very ticket is taken up again, never typed a second time.
  if (kind) dialogs.open({ kind, ticket, draft: tray.find(kind, ticket.id) });
  else void (verb === 'letter' ? letter(ticket) : atOnce(verb as 'take' | 'close', ticket));
}

/** What takes no words; the button pressed twice is one act, because the list is read again in between. */
async function atOnce(verb: 'take' | 'close', { id, version, number }: TicketDetail) {
  const request = { op: newId(), id, version, draft_id: null };
  try {
    tickets.show(await ask(verb === 'take' ? 'ticket_take' : 'ticket_close', request));
    toasts.done(verb === 'take' ? t.tickets.taken(number) : t.tickets.closed(number));
    desk.changed();
  } catch (failure) {
    tell(failure as DeskFailure);
    await tickets.open(id);
  }
}

async function letter({ id }: TicketDetail) {
  try {
    await openDocument(await ask('ticket_letter', { id }));
  } catch (failure) {
    tell(failure as DeskFailure);
  }
}

const tell = ({ failure }: DeskFailure) => toasts.error(`${sayFailure(failure)} ${sayRemedy(failure)}`);

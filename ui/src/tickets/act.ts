/** Doing a verb: opening the dialog that asks for words, or doing at once what needs none. */
import type { LinkKind, TicketDetail } from '../bindings';
import { desk } from '../desk.svelte';
import { dialogs } from '../dialogs.svelte';
import { ask, DeskFailure, newId } from '../door';
import { tray } from '../drafts.svelte';
import { sayFailure, sayRemedy } from '../errors';
import { startOf } from '../intake/intake.svelte';
import { choosePaper } from '../print/menu';
import { toasts } from '../toasts.svelte';
import { t } from '../words';
import { tickets } from './tickets.svelte';
import { takeBack, undoStep } from './undo';
import { DIALOGS, type Verb } from './verbs';

/** Does a verb to the ticket shown. */
export function act(verb: Verb, ticket: TicketDetail) {
  const asked = DIALOGS[verb];
  const kind = verb === 'reply' && ticket.event ? 'reply_event' : asked;
  // A draft left on this very ticket is taken up again, never typed a second time.
  if (kind) return void dialogs.open({ kind, ticket, draft: tray.find(kind, ticket.id) });
  if (verb === 'papers') return void choosePaper(({ papersOf }) => papersOf(ticket), t.steps.subject(ticket.number, ticket.subject));
  if (verb === 'undoStep') return void undoStep(ticket);
  if (verb === 'sibling') return void sibling(ticket, 'split_from');
  void atOnce(verb as keyof typeof AT_ONCE, ticket);
}

/** The verbs that take no words: what they ask, and what is said when it is done. */
const AT_ONCE = {
  take: ['ticket_take', t.tickets.taken],
  close: ['ticket_close', t.tickets.closed],
  unmerge: ['ticket_unmerge', t.plain.unmerged],
  leaveEvent: ['event_leave', t.plain.leftEvent],
} as const;

/** What takes no words; the button pressed twice is one act, because the list is read again in between. */
async function atOnce(verb: keyof typeof AT_ONCE, { id, version, number }: TicketDetail) {
  const [command, said] = AT_ONCE[verb];
  try {
    const done = await ask(command, { op: newId(), id, version, draft_id: null });
    tickets.show(done);
    toasts.done(said(number), takeBack(done));
    desk.changed();
  } catch (failure) {
    tell(failure as DeskFailure);
    await tickets.open(id);
  }
}

/** Another matter of the same citizen: a new ticket, begun with what is known. */
export async function sibling(ticket: TicketDetail, kind: LinkKind) {
  try {
    const draft = await ask('ticket_sibling', { id: ticket.id, kind });
    dialogs.open({ kind: 'intake', start: startOf(draft, ticket) });
  } catch (failure) {
    tell(failure as DeskFailure);
  }
}

const tell = ({ failure }: DeskFailure) => toasts.error(`${sayFailure(failure)} ${sayRemedy(failure)}`);

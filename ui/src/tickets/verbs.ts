/**
 * What can be done to a ticket, as verbs of the desk. The backend says which actions its state allows; a verb is shown
 * when one of the actions it can begin with is among them.
 */
import type { Action, TicketDetail } from '../bindings';
import type { StepKind } from '../dialogs.svelte';
import type { KeyName } from '../keys';

export type Verb = Extract<
  KeyName,
  'reply' | 'transfer' | 'take' | 'accept' | 'outcome' | 'sendBack' | 'note' | 'close' | 'letter' | 'void'
>;

/** The verbs that ask for words, and the dialog that asks them. */
export const DIALOGS: Partial<Record<Verb, StepKind>> = {
  reply: 'reply', transfer: 'transfer', accept: 'accept', outcome: 'outcome', sendBack: 'send_back', note: 'note',
  void: 'void',
};

/** What a verb can begin with: a reply or a transfer starts the work by itself, an outcome the taking in charge. */
const BEGINS: Partial<Record<Verb, readonly Action[]>> = {
  outcome: ['record_outcome', 'accept'],
  accept: ['accept'],
  reply: ['reply', 'answer_now'],
  sendBack: ['send_back'],
  close: ['close'],
  transfer: ['transfer', 'take'],
  take: ['take'],
  void: ['void'],
};

/** In the order of the bar; the first one possible is the likely next step. */
const ORDER: readonly Verb[] = [
  'outcome', 'accept', 'reply', 'sendBack', 'close', 'letter', 'transfer', 'take', 'note', 'void',
];

/** The verbs of a ticket, the likely next step first. */
export function verbsOf(ticket: Pick<TicketDetail, 'actions' | 'entries'>): Verb[] {
  const can = (verb: Verb) => {
    if (verb === 'note') return true;
    if (verb === 'letter') return ticket.entries.some((entry) => entry.citizen_text !== null);
    return BEGINS[verb]!.some((action) => ticket.actions.includes(action));
  };
  return ORDER.filter(can);
}

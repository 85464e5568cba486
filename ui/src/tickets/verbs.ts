/** What can be done to a ticket, as verbs of the desk: the backend says which actions are possible now. */
import type { Action, TicketDetail } from '../bindings';
import type { StepKind } from '../dialogs.svelte';
import type { KeyName } from '../keys';

export type Verb = Extract<
  KeyName,
  | 'reply' | 'transfer' | 'take' | 'accept' | 'outcome' | 'sendBack' | 'remind' | 'interim' | 'note' | 'changeKind'
  | 'people' | 'close' | 'letter' | 'void'
>;

/** The verbs that ask for words, and the dialog that asks them. */
export const DIALOGS: Partial<Record<Verb, StepKind>> = {
  reply: 'reply', transfer: 'transfer', accept: 'accept', outcome: 'outcome', sendBack: 'send_back', note: 'note', remind: 'remind', interim: 'interim',
  people: 'person', changeKind: 'change_kind', void: 'void',
};

/** The action behind each verb. A note and the letter change nothing, so they have none. */
const ACTION: Partial<Record<Verb, Action>> = {
  outcome: 'record_outcome', accept: 'accept', reply: 'reply', sendBack: 'send_back', close: 'close',
  transfer: 'transfer', take: 'take', void: 'void',
};

/** In the order of the bar; the first one possible is the likely next step. */
const ORDER: readonly Verb[] = [
  'outcome', 'accept', 'reply', 'sendBack', 'close', 'letter', 'transfer', 'take', 'remind', 'interim', 'note', 'changeKind',
  'people', 'void',
];

/** The verbs of a ticket, the likely next step first. */
export function verbsOf(ticket: Pick<TicketDetail, 'actions' | 'entries' | 'follow'>): Verb[] {
  const can = (verb: Verb) => {
    if (verb === 'note' || verb === 'people') return true;
    if (verb === 'remind') return ticket.follow.next !== null;
    if (verb === 'interim') return ticket.follow.interim_owed;
    // A kind is put right while its term runs: exactly while it could be suspended.
    if (verb === 'changeKind') return ticket.actions.includes('suspend');
    if (verb === 'letter') return ticket.entries.some((entry) => entry.citizen_text !== null);
    return ticket.actions.includes(ACTION[verb]!);
  };
  return ORDER.filter(can);
}

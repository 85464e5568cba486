/** What can be done to a ticket, as verbs of the desk: the backend says which actions are possible now. */
import type { Action, TicketDetail } from '../bindings';
import type { StepKind } from '../dialogs.svelte';
import { KEYS, type KeyName } from '../keys';

export type Verb = Extract<
  KeyName,
  | 'reply' | 'transfer' | 'take' | 'accept' | 'outcome' | 'sendBack' | 'remind' | 'interim' | 'note' | 'changeKind'
  | 'people' | 'close' | 'papers' | 'void'
  | 'bounce' | 'resumeTerm' | 'reopen' | 'sibling' | 'merge' | 'unmerge' | 'link' | 'joinEvent' | 'leaveEvent'
  | 'suspend' | 'restart' | 'forward' | 'withdraw' | 'attempt' | 'giveUp' | 'undoStep'
>;

/** The verbs that ask for words, and the dialog that asks them. */
export const DIALOGS: Partial<Record<Verb, StepKind>> = {
  reply: 'reply', transfer: 'transfer', accept: 'accept', outcome: 'outcome', sendBack: 'send_back', note: 'note',
  remind: 'remind', interim: 'interim',
  people: 'person', changeKind: 'change_kind', void: 'void', bounce: 'bounce', resumeTerm: 'resume', reopen: 'reopen', merge: 'merge_ticket',
  link: 'link',
  joinEvent: 'join_event', suspend: 'suspend', restart: 'restart', forward: 'forward', withdraw: 'withdraw',
  attempt: 'attempt', giveUp: 'give_up',
};

/** The action behind each verb that has one. */
const ACTION: Partial<Record<Verb, Action>> = {
  outcome: 'record_outcome', accept: 'accept', sendBack: 'send_back', close: 'close', transfer: 'transfer',
  take: 'take', void: 'void', bounce: 'bounce', resumeTerm: 'resume', reopen: 'reopen', merge: 'merge',
  unmerge: 'unmerge', suspend: 'suspend', restart: 'restart', forward: 'forward_external', withdraw: 'withdraw',
  attempt: 'close_without_reply', giveUp: 'close_without_reply',
};

/** In the order of the bar and of the menu; the first one possible is the likely next step. */
const ORDER: readonly Verb[] = [
  'outcome', 'accept', 'resumeTerm', 'reply', 'sendBack', 'close', 'papers', 'transfer', 'take', 'bounce', 'reopen', 'remind',
  'interim', 'note', 'changeKind', 'people', 'void', 'sibling', 'merge', 'unmerge', 'link', 'joinEvent', 'leaveEvent', 'suspend', 'restart',
  'forward', 'withdraw', 'attempt', 'giveUp', 'undoStep',
];

/** Buttons of the bar; the rest is in the menu. */
const IN_BAR = 6;

type Known = Pick<TicketDetail, 'actions' | 'event' | 'event_id' | 'undoable' | 'follow'>;

/** The verbs of a ticket, the likely next step first. */
export function verbsOf(ticket: Known): Verb[] {
  const can = (verb: Verb): boolean => {
    const action = ACTION[verb];
    if (action) return ticket.actions.includes(action);
    switch (verb) {
      case 'remind': return ticket.follow.next !== null;
      case 'interim': return ticket.follow.interim_owed;
      // A kind is put right while its term runs: exactly while it could be suspended.
      case 'changeKind': return ticket.actions.includes('suspend');
      case 'reply': return ticket.actions.includes(ticket.event ? 'answer_by_event' : 'reply');
      case 'joinEvent': return !ticket.event && !ticket.event_id && ticket.actions.includes('merge');
      case 'leaveEvent': return ticket.event_id !== null;
      case 'sibling': return !ticket.event;
      case 'undoStep': return ticket.undoable !== null;
      default: return true;
    }
  };
  return ORDER.filter(can);
}

/** The verbs that have a key of one stroke. */
export type BarVerb = { [V in Verb]: (typeof KEYS)[V][0] extends 'ticket' ? V : never }[Verb];
const isInBar = (verb: Verb): verb is BarVerb => KEYS[verb][0] === 'ticket';

/** The likely steps. */
export const inBar = (verbs: readonly Verb[]): BarVerb[] => verbs.filter(isInBar).slice(0, IN_BAR);

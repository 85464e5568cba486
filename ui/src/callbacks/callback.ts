/** What a call-back is typed in. */
import type { CallbackLine, CitizenId, TicketId } from '../bindings';
import { desk } from '../desk.svelte';
import { fullDate, plainDate } from '../format';
import { t } from '../words';

export interface CallbackBody {
  /** What it is about, for the tray: the ticket, the citizen, or the call that is moved. */
  about: string;
  ticket_id: TicketId | null;
  citizen_id: CitizenId | null;
  /** The call that is put off; none for a new one. */
  move: CallbackLine | null;
  who: string;
  phone: string;
  on: string;
  at: string;
  text: string;
}

/** A blank one, for the next day the desk is open. */
export const blankCallback = (): CallbackBody => ({
  about: 'new', ticket_id: null, citizen_id: null, move: null, who: '', phone: '', at: '', text: '',
  on: desk.agenda ? fullDate(desk.agenda.next_open_on) : '',
});

/** What the dialog that puts a call off begins with: the hour is usually kept. */
export const toMove = (line: CallbackLine): Partial<CallbackBody> => ({ about: line.id, move: line, at: line.due_at ?? '' });

/** `25 novembre alle 9:30`. */
export function whenOf({ due_on, due_at }: Pick<CallbackLine, 'due_on' | 'due_at'>): string {
  const day = plainDate(due_on, desk.today);
  return due_at ? t.callbacks.dayAt(day, due_at) : day;
}

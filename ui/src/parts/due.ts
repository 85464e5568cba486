/** How a deadline looks: a shape, words and a colour that say the same thing, so that any one of them is enough. */
import type { DueStatus, TicketState } from '../bindings';
import { t } from '../words';

export type Shape = 'square' | 'triangle' | 'circle' | 'diamond' | 'tick' | 'cross';
export type Tone = 'late' | 'soon' | 'good' | 'wait' | 'done';

export interface Due {
  shape: Shape;
  tone: Tone;
  /** As short as a list needs. */
  text: string;
  /** The same, read aloud. */
  aloud: string;
}

/** Reads the backend's clock; without a clock, the state says why there is none. */
export function readDue(due: DueStatus | null, state: TicketState): Due {
  if (!due) return without(state);
  switch (due.status) {
    case 'overdue':
      return { shape: 'square', tone: 'late', text: t.due.late(due.days), aloud: t.due.lateAloud(due.days) };
    case 'due_today':
      return { shape: 'triangle', tone: 'soon', text: t.due.today, aloud: t.due.todayAloud };
    case 'due_soon':
      return { shape: 'triangle', tone: 'soon', text: t.due.days(due.days), aloud: t.due.daysAloud(due.days) };
    case 'on_track':
      return state === 'suspended'
        ? { shape: 'diamond', tone: 'wait', text: t.due.suspended, aloud: t.due.suspended }
        : { shape: 'circle', tone: 'good', text: t.due.days(due.days), aloud: t.due.daysAloud(due.days) };
  }
}

/** The words for the day of a call, which is late or not but never expires. */
export function sayCall(due: DueStatus): Pick<Due, 'text' | 'aloud'> {
  switch (due.status) {
    case 'overdue':
      return { text: t.due.callLate(due.days), aloud: t.due.callLate(due.days) };
    case 'due_today':
      return { text: t.time.today, aloud: t.time.today };
    default:
      return { text: t.due.callIn(due.days), aloud: t.due.callIn(due.days) };
  }
}

const FINISHED: readonly TicketState[] = ['answered', 'closed', 'merged', 'forwarded_external'];
const STOPPED: readonly TicketState[] = ['withdrawn', 'closed_without_reply', 'voided'];

function without(state: TicketState): Due {
  const done = { tone: 'done', text: t.due.finished[state], aloud: t.state[state] } as const;
  if (FINISHED.includes(state)) return { shape: 'tick', ...done };
  if (STOPPED.includes(state)) return { shape: 'cross', ...done };
  return { shape: 'diamond', tone: 'wait', text: t.due.none, aloud: t.due.noneAloud };
}

/** The work of the day as groups of rows, the most urgent first: what the keys walk through. */
import type { Agenda, CallbackLine, Office, ReminderStep, TicketLine, TicketView } from '../bindings';

/** The groups, in the order a desk works. */
export const GROUPS = [
  'overdue', 'due_soon', 'callbacks', 'to_communicate', 'interims', 'reminders', 'office_late', 'new', 'stale', 'offices',
] as const;
export type GroupName = (typeof GROUPS)[number];

/** A row where the selection can stop. */
export type Stop = { key: string } & (
  | { row: 'ticket'; view: TicketView; ticket: TicketLine; step?: ReminderStep; still?: number }
  | { row: 'call'; call: CallbackLine }
  | { row: 'office'; office: Office }
  /** A whole list, one key away. */
  | { row: 'more'; view: TicketView }
  /** Rows that have no list of their own: they come when those before them are done. */
  | { row: 'rest'; count: number }
);

export interface Group {
  name: GroupName;
  count: number;
  stops: Stop[];
}

/** The groups that have something in them. */
export function groupsOf(agenda: Agenda): Group[] {
  return GROUPS.map((name) => groupOf(agenda, name)).filter(({ count }) => count > 0);
}

function groupOf(agenda: Agenda, name: GroupName): Group {
  const rest = (shown: number, count: number): Stop[] =>
    count > shown ? [{ key: `${name}-rest`, row: 'rest', count: count - shown }] : [];
  const ticket = (ticket: TicketLine, more: { step?: ReminderStep; still?: number } = {}): Stop => ({
    key: `${name}-${ticket.id}`, row: 'ticket', view: 'open', ticket, ...more,
  });
  switch (name) {
    case 'callbacks': {
      const { count, rows } = agenda.callbacks;
      const stops = rows.map((call): Stop => ({ key: `call-${call.id}`, row: 'call', call }));
      return { name, count, stops: [...stops, ...rest(rows.length, count)] };
    }
    case 'interims': {
      const { count, rows } = agenda.interims;
      return { name, count, stops: [...rows.map((row) => ticket(row)), ...rest(rows.length, count)] };
    }
    case 'reminders': {
      const { count, rows } = agenda.reminders;
      return { name, count, stops: [...rows.map((row) => ticket(row, { step: row.step })), ...rest(rows.length, count)] };
    }
    case 'stale': {
      const { count, rows } = agenda.stale;
      return { name, count, stops: [...rows.map((row) => ticket(row, { still: row.days })), ...rest(rows.length, count)] };
    }
    case 'offices': {
      const { count, rows } = agenda.offices;
      const stops = rows.map((office): Stop => ({ key: `office-${office.id}`, row: 'office', office }));
      return { name, count, stops: [...stops, ...rest(rows.length, count)] };
    }
    default: {
      const section = agenda.sections.find(({ view }) => view === name);
      const { count, rows } = section ?? { count: 0, rows: [] };
      const stops = rows.map((row): Stop => ({ ...ticket(row), view: name } as Stop));
      const more: Stop[] = count > rows.length ? [{ key: `${name}-more`, row: 'more', view: name }] : [];
      return { name, count, stops: [...stops, ...more] };
    }
  }
}

/** Where the selection goes when its row is gone: to the row that has taken its place. */
export function keep(stops: readonly Stop[], selected: string | null, at: number): number {
  const found = stops.findIndex(({ key }) => key === selected);
  return found >= 0 ? found : Math.max(0, Math.min(at, stops.length - 1));
}

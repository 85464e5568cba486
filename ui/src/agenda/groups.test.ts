import { describe, expect, it } from 'vitest';
import type { Agenda, CallbackLine, ReadyReminder, StaleTicket, TicketLine } from '../bindings';
import { groupsOf, keep } from './groups';

const line = (id: string) => ({ id }) as TicketLine;
const none = { count: 0, rows: [] };
const blank: Agenda = {
  open: 0, at_office: 0, sections: [], callbacks: none, reminders: none, interims: none, stale: none, stale_days: 10, offices: none, day: null,
  next_open_on: '2026-11-25', drafts: [], contacts: [],
};

describe('the work of the day', () => {
  it('is nothing when there is nothing', () => expect(groupsOf(blank)).toEqual([]));

  it('comes in the order a desk works, whatever the order of the answer', () => {
    const agenda: Agenda = {
      ...blank,
      sections: [{ view: 'new', count: 1, rows: [line('n')] }, { view: 'overdue', count: 3, rows: [line('o')] }],
      callbacks: { count: 1, rows: [{ id: 'c' } as CallbackLine] },
      reminders: { count: 1, rows: [{ ...line('r'), step: 'head' } as ReadyReminder] },
      stale: { count: 5, rows: [{ ...line('s'), days: 12 } as StaleTicket] },
    };
    expect(groupsOf(agenda).map(({ name }) => name)).toEqual(['overdue', 'callbacks', 'reminders', 'new', 'stale']);
    expect(groupsOf(agenda).flatMap(({ stops }) => stops.map(({ key }) => key))).toEqual([
      'overdue-o', 'overdue-more', 'call-c', 'reminders-r', 'new-n', 'stale-s', 'stale-rest',
    ]);
  });

  it('names each row once, also a ticket that is in two groups', () => {
    const agenda: Agenda = {
      ...blank, sections: [{ view: 'overdue', count: 1, rows: [line('x')] }], interims: { count: 1, rows: [line('x')] },
    };
    const keys = groupsOf(agenda).flatMap(({ stops }) => stops.map(({ key }) => key));
    expect(new Set(keys).size).toBe(2);
  });
});

it('the selection stays on its row, and on its place when the row is gone', () => {
  const stops = groupsOf({ ...blank, sections: [{ view: 'new', count: 3, rows: [line('a'), line('b'), line('c')] }] })[0]!.stops;
  expect(keep(stops, 'new-b', 0)).toBe(1);
  expect(keep(stops, 'new-gone', 2)).toBe(2);
  expect(keep(stops, 'new-gone', 9)).toBe(2);
  expect(keep([], null, 4)).toBe(0);
});

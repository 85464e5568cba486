import { expect, it } from 'vitest';
import type { EntryLine, EventCode, Follow, Office, TicketDetail } from '../bindings';
import { it as dictionary } from '../words/it';
import { papersOf, papersOfList, papersOfOffices, paperWords } from './papers';

const entry = (citizen_text: string | null, code: EventCode = 'ticket.answered') =>
  ({ citizen_text, code }) as EntryLine;
const quiet = { ready: null, next: null, sent: [] } as unknown as Follow;
const ticket = (entries: EntryLine[], more: Partial<TicketDetail> = {}) =>
  ({ id: 't', entries, follow: quiet, links: [], state: 'answered', ...more }) as unknown as TicketDetail;
const kinds = (of: TicketDetail) => papersOf(of).map(({ document }) => document.kind);

it('offers the letter when there are words the citizen was told, not when the citizen told them', () => {
  expect(kinds(ticket([entry(null)]))).not.toContain('reply');
  expect(kinds(ticket([entry('non serve più', 'ticket.withdrawn')]))).not.toContain('reply');
  expect(kinds(ticket([entry('ecco')]))[0]).toBe('reply');
});

it('offers a receipt, both prints and labels of every ticket', () => {
  expect(kinds(ticket([]))).toEqual(['receipt', 'ticket', 'ticket', 'labels', 'labels']);
});

it('puts first what was just done: the sheet for the office, the reminder that is ready, the whole visit', () => {
  expect(kinds(ticket([entry(null, 'ticket.transferred')], { state: 'transferred' }))[0]).toBe('transmission');
  expect(kinds(ticket([], { follow: { ...quiet, ready: 'office', next: 'office' } }))[0]).toBe('reminder');
  expect(kinds(ticket([], { follow: { ...quiet, next: 'office' } })).at(-1)).toBe('reminder');
  const visit = papersOf(ticket([], { links: [{ kind: 'visit' }] as never }));
  expect(visit[0]?.document).toMatchObject({ kind: 'receipt', visit: true });
});

it('offers labels of a list when some of it is chosen', () => {
  const table = { ids: [], view: 'open', text: null, filter: null, words: {} } as const;
  expect(papersOfList({ ...table, ids: [] }, 'x').map(({ document }) => document.kind)).toEqual(['list', 'list']);
  expect(papersOfList({ ...table, ids: ['a'] }, 'x').map(({ document }) => document.kind)).toContain('labels');
});

it('offers the papers of the office under the eyes before those of all', () => {
  const all = papersOfOffices(undefined);
  expect(all.map(({ document }) => document.kind)).toEqual(['phone_list', 'phone_list', 'floor_list', 'floor_list']);
  expect(papersOfOffices({ id: 'o', name: 'Tributi' } as Office).slice(2)).toEqual(all);
});

it('calls every choice of one menu by a name of its own', () => {
  const labels = papersOf(ticket([entry('ecco')])).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

it('has words for every code of a timeline', () => {
  const words = paperWords();
  for (const code of Object.keys(dictionary.event)) expect(words[code], code).toBeTruthy();
});

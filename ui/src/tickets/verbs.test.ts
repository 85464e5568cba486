import { expect, it } from 'vitest';
import type { Action, Follow, TicketDetail } from '../bindings';
import { inBar, verbsOf } from './verbs';

const quiet = { next: null, interim_owed: false } as Follow;
const of = (actions: Action[], more: Partial<TicketDetail> = {}) =>
  verbsOf({ actions, event: false, event_id: null, undoable: null, follow: quiet, ...more });
const ALWAYS = ['papers', 'note', 'people', 'sibling', 'link'];

it('offers what the backend allows, the likely next step first', () => {
  expect(of(['transfer', 'reply', 'send_back', 'void'])).toEqual([
    'reply', 'sendBack', 'papers', 'transfer', 'note', 'people', 'void', 'sibling', 'link',
  ]);
});

it('offers papers, a note, the people and another matter always', () => {
  expect(of([])).toEqual(ALWAYS);
});

it('answers an event as an event, and nothing joins one twice', () => {
  expect(of(['answer_by_event', 'merge'], { event: true })).toEqual(['reply', 'papers', 'note', 'people', 'merge', 'link']);
  expect(of(['merge'])).toContain('joinEvent');
  expect(of(['merge'], { event_id: 'e' })).not.toContain('joinEvent');
  expect(of(['merge'], { event_id: 'e' })).toContain('leaveEvent');
});

it('keeps the bar short: six likely steps, the rest in the menu', () => {
  const all = of([
    'record_outcome', 'accept', 'resume', 'reply', 'send_back', 'close', 'transfer', 'take', 'bounce', 'reopen', 'void',
    'suspend', 'forward_external', 'withdraw', 'close_without_reply', 'merge', 'unmerge', 'restart',
  ], { undoable: 'ticket.taken' });
  expect(inBar(all)).toEqual(['outcome', 'accept', 'resumeTerm', 'reply', 'sendBack', 'close']);
  expect(all).toContain('undoStep');
  expect(new Set(all).size).toBe(all.length);
});

it('offers a reminder while one is left to send, and an interim reply while one is owed', () => {
  expect(of([], { follow: { ...quiet, next: 'head' } })).toContain('remind');
  expect(of([], { follow: { ...quiet, interim_owed: true } })).toContain('interim');
  expect(of([])).not.toContain('remind');
});

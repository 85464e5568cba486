import { expect, it } from 'vitest';
import type { Action, EntryLine, Follow } from '../bindings';
import { verbsOf } from './verbs';

const entry = (citizen_text: string | null) => ({ citizen_text }) as EntryLine;
const quiet = { next: null, interim_owed: false } as Follow;
const of = (actions: Action[], entries: EntryLine[] = [], follow = quiet) => verbsOf({ actions, entries, follow });

it('offers what the backend allows, the likely next step first', () => {
  expect(of(['transfer', 'reply', 'send_back', 'void'])).toEqual(['reply', 'sendBack', 'transfer', 'note', 'people', 'void']);
});

it('offers nothing that has no screen yet, and a note always', () => {
  expect(of(['suspend', 'merge', 'forward_external', 'bounce', 'withdraw'])).toEqual(['note', 'changeKind', 'people']);
});

it('offers the letter when there are words the citizen was told', () => {
  expect(of(['close'], [entry(null)])).not.toContain('letter');
  expect(of(['close'], [entry('ecco')])).toEqual(['close', 'letter', 'note', 'people']);
});

it('offers a reminder while one is left to send, and an interim reply while one is owed', () => {
  expect(of([], [], { ...quiet, next: 'head' })).toContain('remind');
  expect(of([], [], { ...quiet, interim_owed: true })).toContain('interim');
  expect(of([], [])).not.toContain('remind');
});

import { afterEach, expect, it, vi } from 'vitest';
import { stayOf, toasts } from './toasts.svelte';

const act = () => ({ label: 'Annulla', run: vi.fn() });

afterEach(() => toasts.list.forEach(({ id }) => toasts.close(id)));

it('takes back the last thing that can be, once', () => {
  const [first, second] = [act(), act()];
  toasts.done('chiusa', first);
  toasts.done('trasferita', second);
  toasts.done('salvata');
  const shown = toasts.undoable!;
  toasts.undo(shown);
  toasts.undo(shown);
  expect([first.run.mock.calls.length, second.run.mock.calls.length]).toEqual([0, 1]);
  expect(toasts.undoable?.text).toBe('chiusa');
});

it('takes back only the last thing done to one record', () => {
  toasts.done('trasferita', { ...act(), about: 'uno' });
  toasts.done('chiusa', { ...act(), about: 'due' });
  toasts.done('respinta', { ...act(), about: 'uno' });
  expect(toasts.list.map(({ act: how }) => how !== undefined)).toEqual([false, true, true]);
});

it('leaves ten seconds to take something back, and an error until it is closed', () => {
  toasts.done('salvata');
  toasts.done('chiusa', act());
  toasts.error('rete');
  expect(toasts.list.map(stayOf)).toEqual([7_000, 10_000, undefined]);
});

it('tells the same error once, and three things at most', () => {
  toasts.error('rete');
  toasts.error('rete');
  expect(toasts.list).toHaveLength(1);
  ['a', 'b', 'c'].forEach((text) => toasts.done(text));
  expect(toasts.list.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
});

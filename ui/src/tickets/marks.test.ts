import { beforeEach, expect, it } from 'vitest';
import type { TicketLine } from '../bindings';
import { marks } from './marks.svelte';

const rows = ['a', 'b', 'c'].map((id) => ({ id }) as TicketLine);

beforeEach(() => marks.clear());

it('chooses and lets go of one ticket', () => {
  marks.toggle('a');
  marks.toggle('b');
  marks.toggle('a');
  expect([...marks.ids]).toEqual(['b']);
});

it('chooses all that are shown, and nothing else', () => {
  marks.add('z');
  marks.all(rows);
  expect([...marks.ids]).toEqual(['a', 'b', 'c']);
  marks.clear();
  expect(marks.ids.size).toBe(0);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Commands, DraftSave } from './bindings';
import { Draft, LONGEST, PAUSE, RETRY, tray } from './drafts.svelte';
import { failure, testHost, type Call } from './test-host';

const BLANK = { about: 't1', text: '' };
const settle = () => vi.advanceTimersByTimeAsync(0);
const saved = (calls: Call[]) =>
  calls.filter(({ command }) => command === 'draft_save').map(({ request }) => (request as DraftSave).body);
const always = (command: keyof Commands) => (command.startsWith('draft_') ? null : undefined);

function draftOn(calls: Call[], resumed?: ConstructorParameters<typeof Draft>[2]) {
  const draft = new Draft('note', BLANK, resumed);
  const type = (text: string) => draft.changed(JSON.stringify({ ...BLANK, text }));
  return { draft, type, calls };
}

beforeEach(() => {
  vi.useFakeTimers();
  tray.list = [];
});
afterEach(() => vi.useRealTimers());

describe('autosave', () => {
  it('waits for a pause, then saves once, within 0.7 seconds of the last key', async () => {
    const { draft, type, calls } = draftOn(testHost(always));
    type('l');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    type('la');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(calls).toHaveLength(0);
    expect(draft.keeping).toBe('typing');
    await vi.advanceTimersByTimeAsync(1);
    expect(saved(calls)).toEqual([{ about: 't1', text: 'la' }]);
    expect(draft.keeping).toBe('saved');
    expect(PAUSE).toBeLessThanOrEqual(700);
  });

  it('does not wait for ever for a hand that never rests', async () => {
    const { type, calls } = draftOn(testHost(always));
    for (let key = 0; key < 30; key += 1) {
      type('x'.repeat(key + 1));
      await vi.advanceTimersByTimeAsync(PAUSE / 2);
    }
    expect(saved(calls).length).toBeGreaterThanOrEqual(Math.floor((15 * PAUSE) / LONGEST) - 1);
  });

  it('saves at once when the attention goes elsewhere', async () => {
    const { draft, type, calls } = draftOn(testHost(always));
    type('lampione');
    expect(await draft.flush()).toBe(true);
    expect(saved(calls)).toEqual([{ about: 't1', text: 'lampione' }]);
  });

  it('says "saved" only after the answer', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('lampione');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(calls).toHaveLength(1);
    expect(draft.keeping).toBe('typing');
    calls[0]!.answer(null);
    await settle();
    expect(draft.keeping).toBe('saved');
  });

  it('saves what nobody typed not at all, and throws away what was emptied', async () => {
    const { draft, type, calls } = draftOn(testHost(always));
    await draft.flush();
    expect(calls).toHaveLength(0);
    type('lampione');
    await draft.flush();
    type('');
    await draft.flush();
    expect(calls.map(({ command }) => command)).toEqual(['draft_save', 'draft_discard']);
    expect([draft.keeping, tray.list]).toEqual(['blank', []]);
  });
});

describe('order', () => {
  it('has one save in flight, and sends what changed meanwhile after it', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    const first = draft.flush();
    type('ab');
    const second = draft.flush();
    type('abc');
    const third = draft.flush();
    await settle();
    expect(saved(calls)).toEqual([{ about: 't1', text: 'a' }]);
    calls[0]!.answer(null);
    await settle();
    expect(saved(calls).at(-1)).toEqual({ about: 't1', text: 'abc' });
    expect(draft.keeping).toBe('typing');
    calls[1]!.answer(null);
    expect(await Promise.all([first, second, third])).toEqual([true, true, true]);
    expect(calls).toHaveLength(2);
  });

  it('never sends after the record: a save in flight is waited for, later keys are held', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    void draft.flush();
    let held = false;
    void draft.hold().then(() => (held = true));
    type('ab');
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect([held, calls.length]).toEqual([false, 1]);
    calls[0]!.answer(null);
    await vi.advanceTimersByTimeAsync(LONGEST * 3);
    expect([held, calls.length]).toEqual([true, 1]);
  });

  it('goes on when the record was not saved', async () => {
    const { draft, type, calls } = draftOn(testHost(always));
    await draft.hold();
    type('ab');
    draft.release();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(saved(calls)).toEqual([{ about: 't1', text: 'ab' }]);
  });
});

describe('failure', () => {
  it('says that it is NOT saved, tries again, and saves the newest words', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    await vi.advanceTimersByTimeAsync(PAUSE);
    calls[0]!.fail(failure('disk_full'));
    await settle();
    expect(draft.keeping).toBe('unsaved');
    type('ab');
    await vi.advanceTimersByTimeAsync(RETRY);
    calls[1]!.answer(null);
    await settle();
    expect([saved(calls).at(-1), draft.keeping]).toEqual([{ about: 't1', text: 'ab' }, 'saved']);
  });

  it('tries again by itself', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    await vi.advanceTimersByTimeAsync(PAUSE);
    calls[0]!.fail(failure('busy'));
    await vi.advanceTimersByTimeAsync(RETRY);
    expect(calls).toHaveLength(2);
    calls[1]!.answer(null);
    await settle();
    expect(draft.keeping).toBe('saved');
  });

  it('tells who wants to leave that the words are not safe', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    const kept = draft.flush();
    calls[0]!.fail(failure('not_saved'));
    expect(await kept).toBe(false);
  });
});

describe('the tray', () => {
  it('knows a draft once it is on the disk, and forgets it when it is a record', async () => {
    const { draft, type } = draftOn(testHost(always));
    type('a');
    await draft.flush();
    expect(tray.find('note', 't1')).toMatchObject({ id: draft.id, kind: 'note' });
    expect(tray.find('note', 't2')).toBeUndefined();
    draft.done();
    expect(tray.list).toEqual([]);
  });

  it('gives a draft back with everything typed, also when an older program left it', async () => {
    const waiting = { id: 'd1', kind: 'note', body: { text: 'lampione' }, updated_at: '2026-11-23T09:00:00Z' };
    const { draft, calls } = draftOn(testHost(always), waiting);
    expect([draft.id, draft.body, draft.keeping]).toEqual(['d1', { about: 't1', text: 'lampione' }, 'saved']);
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(calls).toHaveLength(0);
  });

  it('throws away only by saying so, and keeps the draft when that fails', async () => {
    const { draft, type, calls } = draftOn(testHost());
    type('a');
    const kept = draft.flush();
    calls[0]!.answer(null);
    await kept;
    const discarded = draft.discard();
    await settle();
    calls[1]!.fail(failure('busy'));
    await expect(discarded).rejects.toMatchObject({ code: 'busy' });
    expect(tray.list).toHaveLength(1);
  });
});

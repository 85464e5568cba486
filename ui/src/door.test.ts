import { describe, expect, it, vi } from 'vitest';
import { ask, DeskFailure, newId } from './door';
import { failure, testHost } from './test-host';

describe('ask', () => {
  it('gives the answer of the command', async () => {
    const calls = testHost();
    const answer = ask('drafts', {});
    calls[0]!.answer([]);
    expect(await answer).toEqual([]);
    expect(calls[0]).toMatchObject({ command: 'drafts', request: {} });
  });

  it('throws the failure of the command, whole', async () => {
    const calls = testHost();
    const answer = ask('drafts', {});
    const told = failure('conflict', { group: 3 });
    calls[0]!.fail(told);
    await expect(answer).rejects.toMatchObject({ failure: told, code: 'conflict' });
  });

  it('says that the outcome is unknown when the answer to a change is lost', async () => {
    const calls = testHost();
    const answer = ask('ticket_close', { op: 'o', id: 't', version: 1, draft_id: null });
    calls[0]!.fail(new TypeError('network'));
    await expect(answer).rejects.toMatchObject({ code: 'outcome_unknown' });
  });

  it('says that the desk is unreachable when the answer to a question is lost', async () => {
    const calls = testHost();
    const answer = ask('agenda', {});
    calls[0]!.fail('gone');
    const thrown = await answer.catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(DeskFailure);
    expect(thrown).toMatchObject({ code: 'unreachable' });
  });
});

describe('newId', () => {
  it('is a UUID of version 7 that carries its moment', () => {
    const id = newId(0x0123456789ab);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is never the same twice, and later ones sort after', () => {
    vi.useRealTimers();
    const ids = Array.from({ length: 200 }, (_, at) => newId(1_700_000_000_000 + at));
    expect(new Set(ids).size).toBe(200);
    expect([...ids].sort()).toEqual(ids);
  });
});

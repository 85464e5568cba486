import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changes, OpenRecord, Other } from '../bindings';
import { desk } from '../desk.svelte';
import { testHost, type Call } from '../test-host';
import { Presence, SIGN } from './presence.svelte';

const ticket: OpenRecord = { subject: { record: 'ticket', id: 't' }, editing: false };
const bruno: Other = { subject: ticket.subject, operator: 'bruno', same_person: false, editing: true, since: '2026-11-24T08:00:00Z' };
let now: Changes;
let calls: Call[];
const asked = (command: string) => calls.filter((call) => call.command === command);

beforeEach(() => {
  now = { seq: 1, today: '2026-11-24', others: [] };
  calls = testHost((command) => (command === 'changes' ? now : command === 'presence' ? null : undefined));
  vi.spyOn(desk, 'changed').mockImplementation(() => undefined);
  vi.mocked(desk.changed).mockClear();
});

describe('a window that looks around', () => {
  it('writes nothing while it has nothing open', async () => {
    const presence = new Presence();
    await presence.look(0);
    await presence.look(SIGN * 3);
    expect([asked('presence').length, asked('changes').length]).toEqual([0, 2]);
  });

  it('says what it has open once, then every twenty seconds, and says when it is closed', async () => {
    const presence = new Presence();
    const close = presence.watch(ticket);
    await vi.waitFor(() => expect(asked('changes').length).toBe(1));
    const start = Date.now();
    await presence.look(start + 4_000);
    expect(asked('presence').length).toBe(1);
    await presence.look(start + SIGN + 1_000);
    expect(asked('presence').length).toBe(2);
    close();
    await vi.waitFor(() => expect(asked('presence').at(-1)!.request).toMatchObject({ open: [] }));
  });

  it('reads again only when somebody has saved, or the day has changed', async () => {
    const presence = new Presence();
    await presence.look(0);
    await presence.look(4_000);
    expect(desk.changed).not.toHaveBeenCalled();
    now = { ...now, seq: 2 };
    await presence.look(8_000);
    expect(desk.changed).toHaveBeenCalledTimes(1);
    now = { ...now, today: '2026-11-25' };
    await presence.look(12_000);
    expect(desk.changed).toHaveBeenCalledTimes(2);
    await presence.look(Date.now() + 3_700_000);
    expect(desk.changed, 'an hour has passed').toHaveBeenCalledTimes(3);
  });

  it('knows who has which record', async () => {
    const presence = new Presence();
    now = { ...now, others: [bruno] };
    await presence.look(0);
    expect(presence.of({ id: 't', record: 'ticket' }), 'in any order of its parts').toEqual([bruno]);
    expect(presence.of({ record: 'office', id: 't' })).toEqual([]);
    expect(presence.of({ record: 'settings' })).toEqual([]);
  });

  it('is not disturbed by a program that does not answer', async () => {
    const failing = testHost();
    const presence = new Presence();
    const look = presence.look(0);
    await vi.waitFor(() => expect(failing.length).toBe(1));
    failing[0]!.fail(new Error('gone'));
    await look;
    expect(presence.others).toEqual([]);
  });
});

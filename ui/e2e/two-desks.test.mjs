/** Two people, two processes, one store: they see each other, and what either typed is kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

test('another window is seen, and a ticket that it changed is shown as it is now', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    const other = await desk.another();
    const { rows } = await desk.rpc('tickets', { view: 'new' });
    const session = crypto.randomUUID();
    const open = [{ subject: { record: 'ticket', id: rows[0].id }, editing: true }];
    await other.rpc('presence', { session, open });
    await desk.page.waitForFunction(() => document.querySelector('[data-test=others]')?.textContent.includes('modificando'));
    await desk.shot('others');
    await desk.axe('others');

    await other.rpc('ticket_note', { op: crypto.randomUUID(), id: rows[0].id, text: 'Vista dal collega.' });
    await desk.reads('timeline', 'Vista dal collega.');
    await other.rpc('presence', { session, open: [] });
    await desk.page.waitForFunction(() => document.querySelector('[data-test=others]')?.textContent.trim() === '');
  }));

test('two answers at once: both are read side by side, and the second becomes a note', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    const other = await desk.another();
    const id = (await desk.rpc('tickets', { view: 'new' })).rows[0].id;
    await desk.press('r');
    await desk.dialog('reply');
    await desk.type('Veniamo giovedì.');
    const reply = { op: crypto.randomUUID(), id, text: 'Riparato ieri.', channel: 'phone' };
    await other.rpc('ticket_reply', reply);
    await desk.press('Control+Enter');
    await desk.seen('overtaken');
    await desk.reads('theirs', 'Riparato ieri.');
    await desk.reads('mine', 'Veniamo giovedì.');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Veniamo giovedì.');
    await desk.axe('overtaken');
    await desk.shot('overtaken');
    await desk.press('Alt+n');
    await desk.dialog(undefined);
    const { entries } = await desk.rpc('ticket', { id });
    const note = entries.findLast(({ code }) => code === 'ticket.note_added');
    assert.equal(note.internal_text, 'Veniamo giovedì.');
    assert.ok(entries.some(({ citizen_text }) => citizen_text === 'Riparato ieri.'));
    assert.equal((await desk.rpc('drafts')).length, 0);
  }));

test('two people change one office: what each changed stays, what both changed is asked', () =>
  withDesk({ path: '/#/offices' }, async (desk) => {
    await desk.ready('offices');
    const other = await desk.another();
    await desk.tabTo('offices-find');
    await desk.type('tari');
    const rows = '[data-test=offices] [role=row][aria-selected]';
    await desk.page.waitForFunction((all) => document.querySelectorAll(all).length === 1, rows);
    await desk.press('ArrowDown', 'e');
    await desk.dialog('office');
    const name = await desk.page.inputValue('[data-test=office-name]');
    const { offices } = await desk.rpc('offices');
    const { id, version, now, ...office } = offices.find((one) => one.name === name);
    await desk.tabTo('office-phone');
    await desk.retype('039 111111');
    await other.rpc('office_save', {
      op: crypto.randomUUID(), id, version, office: { ...office, phone: '039 222222', room: 'stanza 9' },
    });
    await desk.press('Control+Enter');
    await desk.seen('clash-phone');
    assert.match(await desk.text('clashes'), /Stanza/i);
    await desk.axe('clashes');
    await desk.shot('clashes');
    assert.equal(await desk.page.inputValue('[data-test=office-phone]'), '039 111111', 'mine until I say otherwise');
    await desk.tabTo('both-phone', true);
    await desk.press('Enter');
    await desk.gone('clash-phone');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    const saved = (await desk.rpc('offices')).offices.find((one) => one.id === id);
    assert.deepEqual([saved.phone, saved.room], ['039 222222 039 111111', 'stanza 9'], 'neither is lost');
  }));

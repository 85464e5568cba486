/** Whoever comes back goes on from there; and a long list costs as much as a short one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const place = (desk) =>
  desk.page.evaluate(() => {
    const list = document.querySelector('[data-home]');
    const row = list.querySelector('[aria-selected=true]');
    return { scrolled: list.scrollTop, row: row?.textContent.replace(/\s+/g, ' ') };
  });
const settled = (desk) => desk.page.waitForSelector('[data-test=tickets][aria-busy=false]');
const drawn = (desk) => desk.page.locator('[data-test=tickets] [role=row]').count();

test('a list of thousands: few rows exist, keys go through it, and every list is found again where it was left', () =>
  withDesk({ corpus: 6000, path: '/#/tickets/finished' }, async (desk) => {
    await desk.ready('tickets');
    for (let i = 0; i < 5; i += 1) {
      await desk.press('End');
      await desk.page.waitForTimeout(150);
    }
    await desk.page.waitForFunction(() => document.querySelector('[data-test=tickets]').scrollTop > 20_000);
    assert.ok((await drawn(desk)) < 80, `${await drawn(desk)} rows drawn`);
    await desk.press('PageUp', 'ArrowUp', 'ArrowUp');
    const finished = await place(desk);

    await desk.press('1');
    await settled(desk);
    await desk.press('PageDown', 'ArrowDown');
    const open = await place(desk);
    assert.notEqual(open.row, finished.row);

    // Another list, another screen, a call in the middle.
    await desk.press('8');
    await settled(desk);
    assert.deepEqual(await place(desk), finished);
    await desk.enter('offices');
    await desk.type('rifiuti');
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.enter('tickets');
    assert.deepEqual(await place(desk), finished);
    await desk.press('1');
    await settled(desk);
    assert.deepEqual(await place(desk), open);
    await desk.enter('offices');
    assert.equal(await desk.page.inputValue('[data-test=offices-find]'), 'rifiuti', 'what was looked for is still there');

    await desk.enter('agenda');
    await desk.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    const agenda = await place(desk);
    await desk.enter('settings');
    await desk.enter('agenda');
    assert.deepEqual(await place(desk), agenda);
  }));

test('a row far below is as true as the first', () =>
  withDesk({ corpus: 6000, path: '/#/tickets/finished' }, async (desk) => {
    await desk.ready('tickets');
    const last = () => desk.page.evaluate(() => [...document.querySelectorAll('[data-test=tickets] [aria-rowindex]')].at(-1).ariaRowIndex);
    for (let i = 0; i < 40 && Number(await last()) < 3500; i += 1) {
      await desk.press('End');
      await desk.page.waitForTimeout(150);
    }
    const row = desk.page.locator('[data-test=tickets] [role=row][aria-selected=true]');
    const number = (await row.innerText()).match(/\d{4}\/\d+/)[0];
    const { tickets } = await desk.rpc('search', { text: number });
    const { citizen } = await desk.rpc('ticket', { id: tickets.find((one) => one.number === number).id });
    const { id, version, ...card } = citizen;
    const fields = ['kind', 'surname', 'name', 'organization', 'tax_code', 'phones', 'emails', 'pec', 'address', 'care_notes', 'reply_by', 'birth_date'];
    const kept = Object.fromEntries(fields.map((field) => [field, card[field]]));
    await desk.rpc('citizen_save', { op: crypto.randomUUID(), id, version, citizen: { ...kept, surname: 'Cambiato' } });
    await row.filter({ hasText: 'Cambiato' }).waitFor();
  }));

test('two hundred interrupted conversations: none is lost, the last comes back with one key', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    for (let i = 0; i < 200; i += 1) {
      await desk.rpc('draft_save', { id: crypto.randomUUID(), kind: 'intake', body: { text: `bozza numero ${i}` } });
    }
    await desk.page.reload();
    await desk.ready('agenda');
    assert.equal(await desk.page.locator('[data-test=draft]').count(), 200);
    await desk.press('b');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'bozza numero 199');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('e una in più');
    await desk.press('Escape');
    await desk.dialog(undefined);
    assert.equal((await desk.rpc('drafts')).length, 201);
    assert.equal(await desk.page.locator('[data-test=draft]').count(), 201);
    await desk.shot('tray-full');
  }));

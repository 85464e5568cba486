/** The less usual steps of a ticket, by keyboard alone: the menu of verbs, and every step taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const state = (desk, name) => desk.page.waitForSelector(`[data-test=state][data-state=${name}]`);

/** Comes to a ticket by its address. */
async function show(desk, view, id) {
  await desk.page.goto(`${desk.url}/#/tickets/${view}/${id}`);
  await desk.page.reload();
  await desk.ready('tickets');
}

/** Opens the menu and presses the letter of a verb in it. */
async function menu(desk, key, dialog) {
  await desk.press('.');
  await desk.dialog('more');
  await desk.press(key);
  await desk.dialog(dialog);
}

test('an office says that it is not its matter, twice, and the head decides', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    for (const [office, shot] of [['tributi', 'bounce'], ['polizia', 'bounced-twice']]) {
      await desk.press('t');
      await desk.dialog('transfer');
      await desk.type('Verificare.');
      await desk.press('Control+Enter');
      await state(desk, 'transferred');
      await desk.dialog(undefined);
      await desk.press('x');
      await desk.dialog('bounce');
      await desk.type('Non è nostra.');
      await desk.tabTo('office');
      await desk.type(office);
      await desk.page.waitForSelector('[data-test=office-list] [role=option]');
      await desk.press('Enter');
      await desk.shot(shot);
      await desk.press('Control+Enter');
      await state(desk, 'in_progress');
      await desk.dialog(undefined);
    }
    assert.match(await desk.text('facts'), /Seconda respinta: decide il responsabile/);
    await desk.axe('after two bounces');
    await desk.shot('decider');
    await desk.press('Control+z');
    await state(desk, 'transferred');
    assert.match(await desk.text('timeline'), /Annullata l’ultima operazione/);
  }));

test('the menu has every verb with its key, and a promise of the desk is not suspended', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('.');
    await desk.dialog('more');
    await desk.axe('the menu');
    await desk.shot('more');
    await desk.press('ArrowDown', 'ArrowUp', 'Escape');
    await desk.dialog(undefined);
    await menu(desk, '6', 'suspend');
    await desk.seen('never');
    await desk.type('Manca la planimetria.');
    await desk.press('Control+Enter');
    await desk.seen('trouble');
    await desk.axe('a suspension refused');
    await desk.shot('suspend-refused');
    await desk.press('Alt+s');
    await desk.dialog(undefined);
  }));

test('a term of the law is suspended and runs again', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    const draft = { text: 'Passo carrabile', rule: 'procedure', citizen: { surname: 'Prova', phone: '039 0000000' } };
    const { id } = await desk.rpc('ticket_record', { op: crypto.randomUUID(), ticket: draft });
    await show(desk, 'new', id);
    await desk.ready('tickets');
    await desk.page.waitForSelector('[data-test=detail]');
    await menu(desk, '6', 'suspend');
    await desk.type('Serve la planimetria del passo.');
    await desk.shot('suspend');
    await desk.press('Control+Enter');
    await state(desk, 'suspended');
    await desk.dialog(undefined);
    assert.match(await desk.text('facts'), /Sospesa dal .* riprende da sola/);
    await desk.axe('a suspended ticket');
    await desk.shot('suspended');
    await desk.press('z');
    await desk.dialog('resume');
    await desk.axeInEveryColour('the term runs again');
    await desk.type('Arrivata.');
    await desk.press('Control+Enter');
    await state(desk, 'received');
    await desk.dialog(undefined);
    const access = { ...draft, text: 'Copia di una licenza', rule: 'documentary_access' };
    const { id: other } = await desk.rpc('ticket_record', { op: crypto.randomUUID(), ticket: access });
    await show(desk, 'new', other);
    await menu(desk, '7', 'restart');
    await desk.axeInEveryColour('a new beginning of the term');
    await desk.shot('restart');
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

test('merged and apart, withdrawn and taken back, another matter of the same citizen', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    const number = await desk.page.getAttribute('[data-test=detail]', 'data-number');
    const { rows } = await desk.rpc('tickets', { view: 'open' });
    const other = rows.find((row) => row.number !== number);
    await menu(desk, '1', 'merge_ticket');
    await desk.type(other.number);
    await desk.page.waitForSelector('[data-test=other-list] [role=option]');
    await desk.shot('merge');
    await desk.press('Enter', 'Control+Enter');
    await state(desk, 'merged');
    await desk.dialog(undefined);
    assert.ok((await desk.text('company')).includes(other.number));
    await desk.axe('a merged ticket');
    await desk.shot('merged');
    await menu(desk, '2', undefined);
    await state(desk, 'received');

    await menu(desk, '9', 'withdraw');
    await desk.type('L’hanno già riparata.');
    await desk.press('Control+Enter');
    await state(desk, 'withdrawn');
    await desk.dialog(undefined);
    await desk.press('w');
    await desk.dialog('reopen');
    await desk.axeInEveryColour('taken up again');
    await desk.shot('reopen');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('Control+z');
    await state(desk, 'received');

    await menu(desk, 'v', 'intake');
    await desk.type('E poi c’è una panchina rotta');
    await desk.seen('known');
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.press('Enter');
    await desk.dialog(undefined);
    const { links } = await desk.rpc('ticket', { id: (await desk.rpc('tickets', { view: 'new' })).rows.find((row) => row.number === number).id });
    assert.deepEqual(links.map(({ kind }) => kind), ['split_from']);
  }));

test('an event gets one answer, and somebody without a name a code', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await menu(desk, '4', 'join_event');
    await desk.type('Allagamento in via Roma');
    await desk.page.waitForSelector('[data-test=event-list] [role=option]');
    await desk.press('Enter', 'Control+Enter');
    await desk.dialog(undefined);
    await desk.seen('company');
    const [event] = await desk.rpc('open_events');
    await show(desk, 'open', event.id);
    await desk.page.waitForSelector(`[data-test=detail][data-number="${event.number}"]`);
    await desk.press('r');
    await desk.dialog('reply_event');
    await desk.seen('recipients');
    await desk.type('La strada riapre domani.');
    await desk.axeInEveryColour('the answer to an event');
    await desk.shot('reply-event');
    await desk.press('Control+Enter');
    await state(desk, 'answered');
    await desk.dialog(undefined);

    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('Auto in sosta vietata');
    await desk.press('Alt+a');
    await desk.tabTo('reason');
    await desk.type('non lo dice');
    await desk.press('Control+Enter');
    await desk.seen('told');
    assert.match(await desk.text('told-code'), /^[A-Z0-9]{3} [A-Z0-9]{3}$/);
    await desk.axe('a code told');
    await desk.shot('told-code');
  }));

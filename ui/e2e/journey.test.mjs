/** The desk's main job, from the call to the file, by keyboard alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const state = (desk, name) => desk.page.waitForSelector(`[data-test=state][data-state=${name}]`);

test('a call becomes a ticket in few keys, and the number to tell is large', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    desk.keys = 0;
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento');
    await desk.seen('office-suggested');
    await desk.press('Alt+u');
    await desk.tabTo('place');
    await desk.type('via Matteotti 12');
    await desk.seen('similar');
    await desk.tabTo('who');
    await desk.type('039 000 0005');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.shot('intake');
    await desk.press('Enter');
    await desk.seen('known');
    assert.match(await desk.text('promised'), /Risposta entro/);
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.shot('told');
    // What is typed, and twelve keys besides: mission R1.
    const typed = 'lampione spento' + 'via Matteotti 12' + '039 000 0005';
    assert.ok(desk.keys - typed.length <= 12, `${desk.keys - typed.length} keys besides the text`);
    assert.match(await desk.text('told-number'), /^\d{4}\/0014$/);
    assert.match(await desk.text('told-date'), /^risposta entro /);
    await desk.press('Enter');
    await desk.dialog(undefined);
    assert.equal(await desk.focused(), 'work', 'the focus comes back where it was');
    assert.equal((await desk.rpc('drafts')).length, 0, 'the draft went with the record');
  }));

test('from the desk to the office, back, to the citizen, to the file', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    const number = await desk.page.getAttribute('[data-test=detail]', 'data-number');
    await desk.shot('tickets');
    await desk.press('d');
    await desk.seen('why');
    await desk.shot('why');

    await desk.press('t');
    await desk.dialog('transfer');
    assert.equal(await desk.focused(), 'question', 'the office is suggested already');
    await desk.type('Verificare e dire quando.');
    await desk.shot('transfer');
    await desk.press('Control+Enter');
    await state(desk, 'transferred');
    await desk.dialog(undefined);

    await desk.press('o');
    await desk.dialog('outcome');
    await desk.type('Sopralluogo fatto, intervento il 3.');
    await desk.tabTo('case-officer');
    await desk.type('geom. Prova');
    await desk.shot('outcome');
    await desk.press('Control+Enter');
    await state(desk, 'outcome_received');
    await desk.dialog(undefined);

    await desk.press('b');
    await desk.dialog('send_back');
    await desk.type('Manca la data.');
    await desk.press('Control+Enter');
    await state(desk, 'with_office');
    await desk.dialog(undefined);
    await desk.press('o');
    await desk.dialog('outcome');
    await desk.type('Intervento il 3 dicembre.');
    await desk.press('Control+Enter');
    await state(desk, 'outcome_received');
    await desk.dialog(undefined);

    await desk.press('r');
    await desk.dialog('reply');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), '', 'the office’s words are not the answer');
    await desk.press('Alt+e');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Intervento il 3 dicembre.');
    await desk.shot('reply');
    await desk.retype('Buongiorno, la riparazione è prevista per il 3 dicembre.');
    await desk.press('Control+Enter');
    await state(desk, 'answered');
    await desk.dialog(undefined);
    assert.match(await desk.text('said'), /3 dicembre/);

    await desk.press('p');
    await desk.dialog('papers');
    await desk.press('1');
    await desk.dialog('print');
    await desk.seen('page');
    await desk.press('Control+o');
    const letter = await desk.page.waitForFunction(() => window.deskDocument?.name);
    assert.equal(await letter.jsonValue(), `risposta-${number.replace('/', '-')}.pdf`);
    await desk.press('Escape');
    await desk.dialog(undefined);

    await desk.press('i');
    await desk.dialog('note');
    await desk.type('Richiamare a gennaio.');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.press('c');
    await state(desk, 'closed');
    await desk.shot('closed');
    assert.match(await desk.text('timeline'), /Nota interna/);
  }));

test('answered at once, anonymous, voided', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('orari della biblioteca');
    await desk.press('Alt+a');
    await desk.tabTo('reason');
    await desk.type('non vuole dirlo');
    await desk.press('Control+Shift+Enter');
    assert.equal(await desk.focused(), 'answer');
    await desk.type('aperta fino alle 19');
    await desk.shot('intake-answer');
    await desk.press('Control+Enter');
    await desk.seen('told');
    assert.equal(await desk.text('told-date'), 'risposta già data');
    await desk.tabTo('told-see');
    await desk.press('Enter');
    await desk.ready('tickets');
    await state(desk, 'answered');
    await desk.press('u');
    await desk.dialog('void');
    await desk.type('registrata due volte');
    await desk.press('Control+Enter');
    await state(desk, 'voided');
  }));

test('a contact in a breath, and one that becomes a ticket without typing again', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari anagrafe');
    await desk.shot('contact');
    await desk.press('Control+Enter');
    await desk.seen('toast-done');
    await desk.dialog(undefined);
    const [logged] = (await desk.rpc('agenda')).contacts;
    assert.deepEqual([logged.topic, logged.channel, logged.outcome], ['orari anagrafe', 'phone', 'answered']);

    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('buca in via Roma');
    await desk.press('Tab', 'ArrowRight');
    await desk.press('Alt+p');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'buca in via Roma');
    assert.equal(await desk.page.inputValue('[data-test=channel]'), 'counter');
    assert.deepEqual((await desk.rpc('drafts')).map(({ kind }) => kind), ['intake']);
  }));

test('everything is found from one box', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('/');
    assert.equal(await desk.focused(), 'search');
    await desk.type('0005');
    await desk.page.waitForSelector('[data-test=search-list] [role=option]');
    await desk.shot('search');
    await desk.press('Enter');
    await desk.ready('tickets');
    await desk.page.waitForSelector('[data-test=detail][data-number$="/0005"]');

    await desk.press('/');
    await desk.type('039 000 0003');
    await desk.page.waitForSelector('[data-test=search-list] [role=option]');
    await desk.press('ArrowUp', 'Enter');
    await desk.dialog('citizen');
    await desk.reads('citizen-dialog', 'Dati dimostrativi n. 3');
    await desk.axe('citizen');
    await desk.shot('citizen');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.reads('known', 'Dati dimostrativi n. 3');
    await desk.press('Escape');
    await desk.dialog(undefined);

    await desk.press('/');
    await desk.type('anagrafe');
    await desk.page.waitForSelector('[data-test=search-list] [role=option]');
    await desk.press('Escape', 'Escape');
    assert.notEqual(await desk.focused(), 'search', 'Esc gives the focus back');

    await desk.press('?');
    await desk.dialog('keys');
    await desk.shot('keys');
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

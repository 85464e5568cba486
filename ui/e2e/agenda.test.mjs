/** The day by keyboard: calls promised and made, a reminder read over and sent, an interim reply, the end of a shift. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const groups = (desk) =>
  desk.page.$$eval('[data-test=work] [role=rowgroup]', (all) => all.map((one) => one.dataset.test.replace('section-', '')));

test('a call is promised from anywhere, shown in the day, and made at one key', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+r');
    await desk.dialog('callback');
    await desk.type('Neri');
    await desk.tabTo('callback-phone');
    await desk.type('039 777888');
    await desk.tabTo('callback-about');
    await desk.type('quando riaprono il ponte');
    await desk.tabTo('callback-on');
    await desk.retype('oggi');
    await desk.tabTo('callback-at');
    await desk.type('9.30');
    await desk.axe('callback');
    await desk.shot('callback');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.seen('section-callbacks');
    await desk.reads('section-callbacks', '039 777888');
    assert.equal((await desk.rpc('drafts')).length, 0, 'the draft went with the promise');

    const at = (await groups(desk)).indexOf('callbacks') + 1;
    await desk.press(String(at));
    await desk.reads('current', 'ponte');
    await desk.shot('agenda');
    await desk.axe('agenda');
    await desk.press('Enter');
    await desk.dialog('call');
    assert.equal(await desk.text('call-phone'), '039 777888');
    await desk.axe('call');
    await desk.shot('call');
    await desk.press('x');
    await desk.dialog(undefined);
    await desk.reads('section-callbacks', 'un tentativo');

    await desk.press('m');
    await desk.dialog('callback');
    await desk.retype('31/12/2099');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.gone('section-callbacks');
    const [call] = await desk.rpc('callbacks', {});
    assert.deepEqual([call.due_on, call.due_at, call.attempts], ['2099-12-31', '09:30', 1]);
  }));

test('the keys go through the whole day and come back to the same place', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    const all = await groups(desk);
    assert.ok(all.length >= 2, `a demonstration has something to do: ${all}`);
    await desk.press('j', 'j');
    const before = await desk.text('current');
    await desk.press('Enter');
    await desk.ready('tickets');
    await desk.enter('agenda');
    assert.equal(await desk.text('current'), before, 'the place was kept');
    await desk.press(String(all.length));
    await desk.press('End', 'k', 'Home');
    await desk.seen('current');
  }));

test('a reminder is prepared, read over, sent by a key; a call belongs to its ticket', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('t');
    await desk.dialog('transfer');
    await desk.type('Verificare.');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);

    await desk.press('d');
    await desk.seen('why-office');
    await desk.reads('why-office', 'giorni');
    await desk.shot('why-office');
    await desk.press('d');
    await desk.gone('why-office');

    await desk.press('s');
    await desk.dialog('remind');
    await desk.page.waitForFunction(() => document.querySelector('[data-test=remind-text]')?.value.length > 100);
    await desk.axe('remind');
    await desk.shot('remind');
    assert.equal((await desk.rpc('drafts')).filter(({ kind }) => kind === 'remind').length <= 1, true);
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('timeline', 'Sollecito inviato');

    await desk.press('Alt+r');
    await desk.dialog('callback');
    assert.equal(await desk.focused(), 'callback-about', 'whom and where is known already');
    await desk.type('dire che l’ufficio è avvisato');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.seen('calls');
    await desk.reads('timeline', 'Promessa una richiamata');
    await desk.shot('waiting');
    await desk.axe('waiting');
  }));

test('a call is promised in the middle of a contact, with what was typed there', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari del cimitero');
    await desk.press('Alt+r');
    await desk.dialog('callback');
    assert.equal(await desk.page.inputValue('[data-test=callback-about]'), 'orari del cimitero');
    await desk.tabTo('callback-phone');
    await desk.type('039 123456');
    await desk.press('Control+Enter');
    await desk.dialog('contact');
    assert.equal(await desk.page.inputValue('[data-test=topic]'), 'orari del cimitero', 'the contact is still there');
    assert.equal((await desk.rpc('callbacks', {}))[0].phone, '039 123456');
  }));

test('an interim reply: a blank stops it, the date stays, and it is owed no more', () =>
  withDesk({ path: '/#/tickets/overdue' }, async (desk) => {
    await desk.ready('tickets');
    await desk.seen('interim-owed');
    const before = await desk.text('clock-citizen');
    await desk.press('m');
    await desk.dialog('interim');
    await desk.page.waitForFunction(() => document.querySelector('[data-test=interim-text]')?.value.includes('{motivo}'));
    await desk.type('31/12/2099');
    await desk.press('Control+Enter');
    await desk.reads('field-error', 'motivo');
    assert.equal(await desk.focused(), 'interim-text');
    await desk.axe('interim');
    await desk.shot('interim');
    await desk.retype('Il pezzo di ricambio arriva tra un mese: le rispondiamo allora.');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('timeline', 'Risposta interlocutoria');
    await desk.gone('interim-owed');
    assert.equal(await desk.text('clock-citizen'), before, 'no date moved');
  }));

test('a shift tells the next', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('buca davanti alla scuola');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('h');
    await desk.ready('handover');
    await desk.reads('handover-drafts', 'buca davanti alla scuola');
    await desk.tabTo('shift-note');
    await desk.type('Torna il sig. Neri alle 11.');
    await desk.press('Control+Enter');
    await desk.reads('notes', 'Torna il sig. Neri alle 11.');
    assert.equal(await desk.page.inputValue('[data-test=shift-note]'), '');
    await desk.axe('handover');
    await desk.shot('handover');
    await desk.page.reload();
    await desk.ready('handover');
    await desk.reads('notes', 'Torna il sig. Neri');
  }));

for (const scheme of ['light', 'dark']) {
  test(`the pages of the day have no fault that a machine can find, ${scheme}`, () =>
    withDesk({ scheme, size: 'small' }, async (desk) => {
      await desk.ready('agenda');
      await desk.axe('agenda');
      await desk.press('h');
      await desk.ready('handover');
      await desk.axe('handover');
      await desk.shot(`handover-${scheme}`);
      await desk.enter('settings');
      await desk.seen('stale-days');
      await desk.axe('settings');
    }));
}

/** What is wrong is said where it is wrong, and what is typed stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

test('bad input is shown at its field, and the attention goes there', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.press('Control+Enter');
    await desk.seen('field-error');
    assert.equal(await desk.focused(), 'text', 'the first wrong field has the focus');
    await desk.type('buca');
    await desk.tabTo('who');
    await desk.type('bianchi');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.press('Enter');
    await desk.seen('new-person');
    await desk.tabTo('person-email');
    await desk.type('bianchi(at)example');
    await desk.tabTo('presented-on');
    await desk.retype('31/12/2099');
    await desk.press('Control+Enter');
    await desk.page.waitForFunction(() => document.querySelectorAll('[data-test=field-error]').length === 2);
    await desk.shot('intake-faults');
    const said = await desk.page.locator('[data-test=field-error]').allInnerTexts();
    const words = said.map((text) => text.replace(/^▲\s*/, ''));
    assert.deepEqual(words, ['Non è un indirizzo e-mail.', 'È una data futura.']);
    assert.equal(await desk.focused(), 'person-email');
    const described = await desk.page.evaluate(() =>
      document.getElementById(document.activeElement.getAttribute('aria-describedby'))?.textContent);
    assert.equal(described, 'Non è un indirizzo e-mail.');
    await desk.retype('bianchi@example.it');
    await desk.tabTo('presented-on');
    await desk.retype('oggi');
    await desk.press('Control+Enter');
    await desk.seen('told');
  }));

test('when somebody else is quicker the words stay, and what they did is beside them', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('r');
    await desk.dialog('reply');
    await desk.type('Abbiamo provveduto.');
    const [{ id }] = (await desk.rpc('tickets', { view: 'new' })).rows;
    const { offices } = await desk.rpc('offices');
    const office_id = offices[0].id;
    const question = 'Presa da un’altra finestra.';
    await desk.rpc('ticket_transfer', { op: crypto.randomUUID(), id, office_id, question });
    await desk.press('Control+Enter');
    await desk.seen('overtaken');
    await desk.shot('conflict');
    assert.match(await desk.text('overtaken'), /Presa da un’altra finestra/);
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Abbiamo provveduto.');
    // The ticket is with an office now: it cannot be answered, and the refusal says so.
    await desk.press('Control+Enter');
    await desk.reads('trouble', 'Trasferita');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Abbiamo provveduto.');
  }));

test('an office and the settings are corrected by key, and wrong numbers are refused', () =>
  withDesk({ path: '/#/offices' }, async (desk) => {
    await desk.ready('offices');
    await desk.tabTo('offices-find');
    await desk.type('tari');
    const rows = '[data-test=offices] [role=row][aria-selected]';
    await desk.page.waitForFunction((all) => document.querySelectorAll(all).length === 1, rows);
    await desk.press('ArrowDown', 'e');
    await desk.dialog('office');
    await desk.tabTo('office-days');
    await desk.retype('999');
    await desk.press('Control+Enter');
    await desk.seen('field-error');
    assert.equal(await desk.focused(), 'office-days');
    await desk.retype('15');
    await desk.tabTo('office-phone', true);
    await desk.retype('039 111 2222');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('office-card', '039 111 2222');

    await desk.press('Alt+5');
    await desk.ready('settings');
    await desk.tabTo('settings-phone');
    await desk.retype('039 7397275');
    await desk.press('Control+Enter');
    await desk.seen('toast-done');
    const { settings, version } = await desk.rpc('settings');
    assert.deepEqual([settings.phone, version], ['039 7397275', 2]);
    await desk.tabTo('verify');
    await desk.press('Enter');
    await desk.seen('sound');
    await desk.shot('settings');
  }));

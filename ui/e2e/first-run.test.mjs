/** The first start, the lost code, the lost key: from nothing to a desk that works, without a mouse. */
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

/** The code on the screen, in its groups. */
const groups = (desk) => desk.page.locator('[data-test=groups] b').allInnerTexts();
/** The numbers of the groups that are asked for. */
const asked = (desk) =>
  desk.page
    .locator('input[data-test^=group-]')
    .evaluateAll((all) => all.map((one) => Number(one.dataset.test.slice(6))));

async function typeBack(desk, code) {
  for (const number of await asked(desk)) {
    await desk.tabTo(`group-${number}`);
    await desk.retype(code[number - 1].toLowerCase());
  }
  await desk.press('Enter');
}

async function toRecovery(desk, choice) {
  await desk.ready('first-run-1');
  await desk.type('liss');
  await desk.page.waitForSelector('[data-test=town-list] [role=option]');
  await desk.press('Enter', 'Enter');
  await desk.ready('first-run-2');
  await desk.press('Enter');
  await desk.ready('first-run-3');
  await desk.press(choice, 'Enter');
  await desk.ready('recovery');
}

test('the first start, with everything that can be mistyped', () =>
  withDesk({ store: 'none' }, async (desk) => {
    await desk.ready('first-run-1');
    await desk.press('Enter');
    assert.match(await desk.text('field-error'), /Scegliere un Comune/);
    await desk.type('liss');
    await desk.page.waitForSelector('[data-test=town-list] [role=option]');
    await desk.shot('first-run-1');
    await desk.press('Enter', 'Enter');

    await desk.ready('first-run-2');
    await desk.press('Tab');
    await desk.retype('13');
    await desk.press('Tab');
    await desk.retype('8');
    await desk.tabTo('patron-name');
    await desk.type('Santi Pietro e Paolo');
    await desk.tabTo('patron-day');
    await desk.type('29/6');
    await desk.press('Enter');
    await desk.ready('first-run-3');
    await desk.shot('first-run-3');
    await desk.press('1', 'Enter');

    await desk.ready('first-run-2');
    assert.match(await desk.text('field-error'), /Lunedì: dalle 13:00 alle 08:00/);
    await desk.shot('first-run-2-fault');
    await desk.retype('8.30');
    await desk.press('Tab', 'Tab', 'Shift+Tab');
    await desk.retype('13');
    await desk.press('Shift+Tab');
    await desk.retype('8.30');
    await desk.press('Tab');
    await desk.retype('13:00');
    await desk.press('Enter');
    await desk.ready('first-run-3');
    await desk.press('Enter');

    await desk.ready('recovery');
    const code = await groups(desk);
    assert.equal(code.length, 8);
    await desk.shot('first-run-4');
    await desk.press('Alt+p');
    await desk.page.waitForSelector('[data-drawn="1"]');
    await desk.axe('recovery sheet, before it is printed');
    await desk.press('Escape');
    await desk.gone('page');
    await desk.press('Alt+s');
    const sheet = await desk.page.waitForFunction(() => window.deskDocument?.name);
    assert.match(await sheet.jsonValue(), /\.pdf$/);
    await typeBack(desk, code.map(() => 'XXXXX'));
    await desk.seen('field-error');
    await typeBack(desk, code);
    await desk.ready('agenda');
    await desk.shot('agenda-empty');
    assert.equal(await desk.page.locator('[data-test=demo]').count(), 0);
    const { weekly_minutes, settings } = await desk.rpc('settings');
    assert.equal(weekly_minutes, 30 * 60 - 30);
    assert.deepEqual(settings.calendar.patron, { day: 29, month: 6, name: 'Santi Pietro e Paolo' });
  }));

test('the demonstration says so on every screen; a code lost before it was typed back is made again', () =>
  withDesk({ store: 'none' }, async (desk) => {
    await toRecovery(desk, '2');
    await desk.seen('demo');
    const lost = await groups(desk);
    await desk.restartHost();
    await desk.page.reload();
    await desk.ready('recovery-lost');
    await desk.shot('recovery-lost');
    await desk.tabTo('renew');
    await desk.press('Enter');
    await desk.ready('recovery');
    const code = await groups(desk);
    assert.notDeepEqual(code, lost);
    await typeBack(desk, code);
    for (const screen of ['agenda', 'tickets', 'citizens', 'offices', 'settings']) {
      await desk.enter(screen);
      assert.equal(await desk.text('demo'), 'DATI DIMOSTRATIVI');
    }
  }));

test('a computer that lost the key opens with the recovery code', () =>
  withDesk({ store: 'none' }, async (desk) => {
    await toRecovery(desk, '1');
    const code = await groups(desk);
    await typeBack(desk, code);
    await desk.ready('agenda');
    await desk.killHost();
    renameSync(join(desk.folder, 'chiave'), join(desk.folder, 'chiave-persa'));
    await desk.startHost();
    await desk.page.reload();
    await desk.ready('locked');
    await desk.shot('locked');
    await desk.tabTo('code');
    await desk.type(code.join(' ').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    await desk.press('Enter');
    await desk.seen('field-error');
    await desk.retype(code.join('-').toLowerCase());
    await desk.press('Enter');
    await desk.ready('agenda');
  }));

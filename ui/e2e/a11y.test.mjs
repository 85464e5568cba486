/** Every screen, in every light: no fault that a machine can find, nothing cut, nothing that scrolls sideways. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, withDesk } from './harness.mjs';

const SCREENS = [['Alt+1', 'agenda'], ['Alt+3', 'offices'], ['Alt+4', 'settings'], ['Alt+2', 'tickets']];
const DIALOGS = [
  ['r', 'reply'], ['b', 'send_back'], ['t', 'transfer'], ['i', 'note'], ['u', 'void'], ['F2', 'contact'], ['?', 'keys'],
];

/** Goes through the screens and dialogs of the desk, handing each to `look`. */
async function tour(desk, look) {
  for (const [keys, screen] of SCREENS) {
    await desk.press(keys);
    await desk.ready(screen);
    await look(screen);
  }
  await desk.press('6');
  await desk.page.waitForSelector('[data-test=state][data-state=outcome_received]', { state: 'attached' });
  // On a narrow window the ticket takes the place of the list.
  await desk.press('Enter', 'd');
  await desk.seen('why');
  await look('ticket-why');
  await desk.press('Escape');
  for (const [key, kind] of DIALOGS) {
    await desk.press(key);
    await desk.dialog(kind);
    await look(kind);
    await desk.press('Escape');
    await desk.dialog(undefined);
  }
  await desk.press('n');
  await desk.dialog('intake');
  await desk.type('lampione');
  await desk.seen('office-suggested');
  await desk.tabTo('who');
  await desk.type('dati');
  await desk.page.waitForSelector('[data-test=who-list] [role=option]');
  await look('intake-who');
  await desk.press('Escape', 'Tab');
  await desk.seen('new-person');
  await desk.press('Control+Enter');
  await desk.seen('field-error');
  await look('intake-fault');
  await desk.press('Escape');
  await desk.dialog(undefined);
  await desk.press('Alt+3');
  await desk.ready('offices');
  await desk.press('Tab', 'e');
  await desk.dialog('office');
  await look('office');
  await desk.press('Escape');
  await desk.dialog(undefined);
}

for (const scheme of ['light', 'dark']) {
  test(`axe, ${scheme}`, () =>
    withDesk({ scheme }, async (desk) => {
      await desk.ready('agenda');
      await tour(desk, async (name) => {
        await desk.axe(`${name}, ${scheme}`);
        for (const [label, [width, height]] of Object.entries(SIZES)) {
          await desk.page.setViewportSize({ width, height });
          await desk.shot(`${name}-${scheme}-${label}`);
        }
        const [width, height] = SIZES.usual;
        await desk.page.setViewportSize({ width, height });
      });
    }));

  test(`axe, the first start, ${scheme}`, () =>
    withDesk({ store: 'none', scheme }, async (desk) => {
      await desk.ready('first-run-1');
      await desk.axe('town');
      await desk.shot(`first-run-1-${scheme}`);
      await desk.type('liss');
      await desk.page.waitForSelector('[data-test=town-list] [role=option]');
      await desk.axe('town, suggestions');
      await desk.press('Enter', 'Enter');
      await desk.ready('first-run-2');
      await desk.axe('hours');
      await desk.shot(`first-run-2-${scheme}`);
      await desk.press('Enter');
      await desk.ready('first-run-3');
      await desk.axe('data');
      await desk.shot(`first-run-3-${scheme}`);
      await desk.press('Enter');
      await desk.ready('recovery');
      await desk.axe('recovery');
      await desk.shot(`first-run-4-${scheme}`);
    }));
}

test('forced colours: everything is still there', () =>
  withDesk({}, async (desk) => {
    await desk.page.emulateMedia({ forcedColors: 'active' });
    await desk.ready('agenda');
    await tour(desk, async (name) => {
      await desk.axe(`${name}, forced colours`);
      await desk.shot(`${name}-forced`);
    });
  }));

/** Whether the page itself scrolls sideways. */
const sideways = (desk) =>
  desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a narrow window, and a text twice as large: nothing scrolls sideways', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    for (const [name, [width, height], scale] of [['narrow', [640, 512], 100], ['twice', [1366, 768], 200]]) {
      const chosen = JSON.stringify({ scale: String(scale) });
      await desk.page.evaluate((appearance) => localStorage.setItem('appearance', appearance), chosen);
      await desk.page.setViewportSize({ width, height });
      await desk.page.reload();
      await desk.ready('agenda');
      await tour(desk, async (screen) => {
        assert.ok((await sideways(desk)) <= 0, `${screen} ${name}`);
        await desk.axe(`${screen} ${name}`);
        await desk.shot(`${screen}-${name}`);
      });
      await desk.press('Alt+1');
      await desk.ready('agenda');
    }
  }));

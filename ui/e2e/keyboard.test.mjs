/** Every job with the keys alone, in few of them, and the focus never nowhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withDesk } from './harness.mjs';

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src');

/** Records the reference call: a street lamp, a street and number, who calls. */
async function call(desk, who, settle) {
  await desk.ready('agenda');
  desk.keys = 0;
  await desk.press('n');
  await desk.dialog('intake');
  await desk.type('lampione spento');
  await desk.seen('office-suggested');
  await desk.tabTo('place');
  await desk.type('matteotti 12');
  await desk.tabTo('who');
  await desk.type(who);
  await settle();
  await desk.press('Control+Enter');
  await desk.seen('told');
  return desk.keys;
}

test('the reference call of a known citizen: 45 keys at most', () =>
  withDesk({}, async (desk) => {
    const citizen = { kind: 'person', surname: 'Rossi', name: 'Maria', phone: '039 0000199' };
    await desk.rpc('citizen_save', { op: crypto.randomUUID(), id: null, version: 0, citizen, draft_id: null });
    const keys = await call(desk, 'rossi ma', async () => {
      await desk.page.waitForSelector('[data-test=who-list] [role=option]');
      await desk.press('Enter');
      await desk.seen('known');
    });
    console.log(`known citizen: ${keys} keys`);
    assert.ok(keys <= 45, `${keys} keys`);
  }));

test('the reference call of a new citizen: 65 keys at most', () =>
  withDesk({}, async (desk) => {
    const keys = await call(desk, 'bianchi rosa', async () => {
      await desk.press('Enter');
      await desk.seen('new-person');
      await desk.tabTo('person-phone');
      await desk.type('3331234567');
    });
    console.log(`new citizen: ${keys} keys`);
    assert.ok(keys <= 65, `${keys} keys`);
  }));

test('a contact without a name: three choices at most', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    desk.keys = 0;
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari anagrafe');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    assert.ok(desk.keys - 'orari anagrafe'.length <= 3, `${desk.keys} keys`);
  }));

test('the sheet names every key of the registry, each with its verb', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('?');
    await desk.dialog('keys');
    const registry = readFileSync(join(SRC, 'keys.ts'), 'utf8').match(/export const KEYS = \{([\s\S]*?)\n\} as const/)[1];
    const names = [...registry.matchAll(/^ {2}(\w+): \['(\w+)'/gm)].filter(([, , scope]) => scope !== 'first');
    const verbs = await desk.page.locator('dialog dd').allInnerTexts();
    assert.equal(verbs.length, names.length);
    assert.ok(verbs.every((verb) => verb.trim()));
  }));

/** Numbers that look random and are the same in every run. */
function* dice(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const ANY = [
  'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'Escape', 'ArrowDown', 'ArrowUp', 'PageDown', 'End', 'Home', 'Delete',
  'F2', 'Control+k', 'Control+l', 'Control+z', 'Control+Enter', 'Control+Shift+Enter', 'Control++', 'Control+0',
  'Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+d', 'Alt+m', 'Alt+n', 'Shift+F2', 'Shift+F3', 'Alt+a', 'Alt+u', 'Alt+p', 'Alt+s', 'Alt+e', '/', '?', 'Space',
  ...'abcdefghijklmnopqrstuvwxyz12345678',
];

for (const seed of [3, 11, 2026]) {
  test(`four hundred keys at random (${seed}): the focus is always somewhere, and nothing breaks`, () =>
    withDesk({}, async (desk) => {
      await desk.ready('agenda');
      const random = dice(seed);
      for (let i = 0; i < 400; i += 1) await desk.press(ANY[Math.floor(random.next().value * ANY.length)]);
    }));
}

// The desk's main job in the real window: the Tauri program itself, its web engine, its store on the disk.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { KEY, folder, open, screen } from './desk.mjs';

let xvfb;
let place;

before(async () => {
  xvfb = await screen();
  place = folder();
});

after(() => {
  xvfb?.close();
  place?.remove();
});

/** Works at the desk and leaves it, whatever happens. */
async function atTheDesk(work) {
  const desk = await open(xvfb.display, place);
  try {
    await work(desk);
  } catch (error) {
    await desk.picture('failed').catch(() => undefined);
    throw error;
  } finally {
    await desk.close();
  }
}

const state = (desk, name) => desk.seen('state', `[data-state=${name}]`);

test('the first start: a municipality, its hours, demonstration data, the code typed back', () =>
  atTheDesk(async (desk) => {
    await desk.ready('first-run-1');
    await desk.type('liss');
    await desk.until('Lissone is offered', async () =>
      (await desk.texts('[data-test=town-list] [role=option]')).some((town) => town.startsWith('Lissone')),
    );
    await desk.press(KEY.enter);
    await desk.press(KEY.enter);
    await desk.ready('first-run-2');
    await desk.picture('first-run-2');
    await desk.press(KEY.enter);
    await desk.ready('first-run-3');
    await desk.type('2');
    await desk.press(KEY.enter);
    await desk.ready('recovery');
    await desk.picture('recovery');
    const code = await desk.texts('[data-test=groups] b');
    assert.equal(code.length, 8);
    const asked = await desk.run(
      'return [...document.querySelectorAll("input[data-test^=group-]")].map((one) => Number(one.dataset.test.slice(6)))',
    );
    for (const number of asked) {
      await desk.tabTo(`group-${number}`);
      await desk.type(code[number - 1]);
    }
    await desk.press(KEY.enter);
    await desk.ready('agenda');
    await desk.picture('agenda');
    for (const name of readdirSync(place.store)) {
      const bytes = readFileSync(join(place.store, name)).toString('latin1');
      assert.ok(!bytes.includes('Lissone') && !bytes.includes('SQLite format'), `${name} is readable`);
    }
  }));

let number;

test('a call becomes a ticket, goes to the office, comes back, is answered and filed', () =>
  atTheDesk(async (desk) => {
    await desk.ready('agenda');
    await desk.type('n');
    await desk.dialog('intake');
    await desk.type('lampione spento davanti al 12');
    await desk.seen('office-suggested');
    await desk.press('alt', 'u');
    await desk.tabTo('place');
    await desk.type('via Matteotti 12');
    await desk.tabTo('who');
    await desk.type('verdi anna');
    await desk.press(KEY.enter);
    await desk.seen('new-person');
    assert.equal(await desk.value('person-surname'), 'Verdi', 'what was typed to look for them is not typed again');
    await desk.tabTo('person-phone');
    await desk.type('039 0000099');
    await desk.picture('intake');
    await desk.press('ctrl', KEY.enter);
    await desk.seen('told');
    number = await desk.text('[data-test=told-number]');
    assert.match(number, /^\d{4}\/0014$/);
    assert.match(await desk.text('[data-test=told-date]'), /risposta entro /);
    await desk.picture('told');
    await desk.press(KEY.enter);
    await desk.dialog(undefined);

    await desk.type('/');
    await desk.until('the search box has the focus', async () => (await desk.focused()) === 'search');
    await desk.type(number);
    await desk.press(KEY.enter);
    await desk.seen('detail', `[data-number="${number}"]`);
    await state(desk, 'received');

    await desk.type('t');
    await desk.dialog('transfer');
    await desk.type('Verificare e dire quando torna acceso.');
    await desk.press('ctrl', KEY.enter);
    await state(desk, 'transferred');
    await desk.dialog(undefined);
    await desk.picture('transferred');

    await desk.type('o');
    await desk.dialog('outcome');
    await desk.type('Lampada sostituita.');
    await desk.tabTo('case-officer');
    await desk.type('Ufficio tecnico');
    await desk.press('ctrl', KEY.enter);
    await state(desk, 'outcome_received');
    await desk.dialog(undefined);

    await desk.type('r');
    await desk.dialog('reply');
    await desk.type('Il lampione è stato riparato.');
    await desk.press('ctrl', KEY.enter);
    await state(desk, 'answered');
    await desk.dialog(undefined);
    await desk.type('c');
    await state(desk, 'closed');
    await desk.picture('closed');
  }));

test('a new start finds everything', () =>
  atTheDesk(async (desk) => {
    await desk.ready('agenda');
    await desk.type('/');
    await desk.until('the search box has the focus', async () => (await desk.focused()) === 'search');
    await desk.type('lamp davanti verdi');
    await desk.press(KEY.enter);
    await state(desk, 'closed');
    assert.match(await desk.text('[data-test=timeline]'), /Il lampione è stato riparato\./);
  }));

test('a kill in the middle of a sentence: the words are there at the next start', async () => {
  const desk = await open(xvfb.display, place);
  try {
    await desk.ready('agenda');
    await desk.type('n');
    await desk.dialog('intake');
    await desk.type('albero caduto in via Loreto');
    await desk.seen('kept', '[data-kept=saved]');
    desk.kill();
  } finally {
    desk.end();
  }
  await atTheDesk(async (again) => {
    await again.ready('agenda');
    await again.seen('interrupted');
    await again.type('b');
    await again.dialog('intake');
    assert.equal(await again.value('text'), 'albero caduto in via Loreto');
    await again.picture('interrupted');
  });
});

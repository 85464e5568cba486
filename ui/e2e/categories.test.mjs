/** What a matter is about, whose it is, where it is, whether it is there already: by keyboard, in few keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const STREETS = 'PROGR_NAZIONALE;ODONIMO;CIVICO\n1;VIA GIACOMO MATTEOTTI;12\n2;VIA ROMA;1\n';

/** The street register and somebody known, as on any desk after its first days. */
async function furnish(desk) {
  const base64 = Buffer.from(STREETS).toString('base64');
  await desk.rpc('street_import', { op: crypto.randomUUID(), base64, dry_run: false });
}

const place = (desk) => desk.page.inputValue('[data-test=place]');

test('the reference call: a known citizen in 45 keys, a new one in 65, text included', () =>
  withDesk({}, async (desk) => {
    await furnish(desk);
    await desk.ready('agenda');
    desk.keys = 0;
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento');
    await desk.reads('proposed', 'Illuminazione pubblica');
    await desk.press('Alt+u', 'Tab');
    assert.equal(await desk.focused(), 'place', 'the place comes straight after the words');
    await desk.type('matt');
    await desk.page.waitForSelector('[data-test=place-list] [role=option]');
    await desk.press('Enter');
    await desk.type(' 12');
    assert.equal(await place(desk), 'via Giacomo Matteotti 12');
    await desk.press('Tab');
    assert.equal(await desk.focused(), 'who');
    await desk.type('0000005');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.press('Enter');
    await desk.seen('known');
    await desk.axe('intake');
    await desk.shot('categories-intake');
    await desk.press('Control+Enter');
    await desk.seen('told');
    assert.ok(desk.keys <= 45, `${desk.keys} keys for a known citizen`);
    console.log(`known citizen: ${desk.keys} keys`);
    await desk.press('Enter');
    await desk.dialog(undefined);

    desk.keys = 0;
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento');
    await desk.reads('proposed', 'Illuminazione pubblica');
    await desk.press('Alt+u', 'Tab');
    await desk.type('matt');
    await desk.page.waitForSelector('[data-test=place-list] [role=option]');
    await desk.press('Enter');
    await desk.type(' 12');
    await desk.press('Tab');
    await desk.type('verdi anna');
    await desk.press('Tab');
    assert.equal(await desk.focused(), 'person-phone');
    await desk.type('3331234567');
    await desk.press('Control+Enter');
    await desk.seen('told');
    assert.ok(desk.keys <= 65, `${desk.keys} keys for a new citizen`);
    console.log(`new citizen: ${desk.keys} keys`);
  }));

test('what the words are about is proposed with the reason, and the next one is a key away', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('F4');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=channel]'), 'counter', 'F4 is the counter');
    await desk.press('Alt+t');
    assert.equal(await desk.page.inputValue('[data-test=channel]'), 'phone');
    await desk.type('il cane del vicino abbaia tutta la notte');
    await desk.reads('proposed', 'Rumori');
    assert.match(await desk.text('proposed-why'), /abbaia/);
    await desk.press('Alt+u');
    assert.equal(await desk.page.inputValue('[data-test=category]'), 'Rumori');
    await desk.press('Alt+u');
    assert.equal(await desk.page.inputValue('[data-test=category]'), 'Animali', 'the same key again takes the next');
    await desk.retype('grazie per la vostra pazienza');
    await desk.reads('proposed', 'personale');
    await desk.press('Alt+u');
    assert.equal(await desk.page.inputValue('[data-test=kind] input:checked'), 'praise');
  }));

test('the same problem again: one key, and the caller is told the number that is there', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento da ieri');
    await desk.reads('proposed', 'Illuminazione pubblica');
    await desk.tabTo('place');
    await desk.type('via Matteotti 14');
    await desk.seen('similar');
    await desk.shot('categories-similar');
    const [number] = (await desk.text('similar')).match(/\d{4}\/\d{4}/);
    await desk.tabTo('who');
    await desk.type('neri luca');
    await desk.press('Tab');
    await desk.type('3331234567');
    await desk.press('Alt+1');
    await desk.seen('told');
    assert.equal(await desk.text('told-number'), number);
    await desk.shot('categories-same');
    await desk.tabTo('told-see');
    await desk.press('Enter');
    await desk.ready('tickets');
    await desk.seen('reporters');
    assert.match(await desk.text('reporters'), /un’altra persona/);
    await desk.axe('co-reporters');
    await desk.shot('categories-reporters');

    await desk.press('y');
    await desk.dialog('change_kind');
    await desk.press('End');
    await desk.tabTo('reason');
    await desk.type('è un ringraziamento');
    await desk.axe('change kind');
    await desk.shot('categories-kind');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('detail', 'Apprezzamento');
    assert.match(await desk.text('timeline'), /è un ringraziamento/);
    assert.equal((await desk.rpc('drafts')).length, 0);
  }));

test('the desk keeps its own list: found, changed, proposed at once', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+k');
    await desk.dialog('categories');
    await desk.reads('category-rows', 'Illuminazione pubblica');
    await desk.axe('categories');
    await desk.shot('categories-list');
    await desk.type('lampione');
    await desk.page.waitForFunction(() => !document.body.innerText.includes('Asilo nido'));
    await desk.press('Enter', 'Enter');
    await desk.dialog('category');
    await desk.axe('category');
    await desk.shot('categories-edit');
    await desk.tabTo('category-synonyms');
    await desk.press('Control+End');
    await desk.type('\nlucciola gigante');
    await desk.press('Control+Enter');
    await desk.seen('toast-done');
    await desk.dialog('categories');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lucciola gigante');
    await desk.reads('proposed', 'Illuminazione pubblica');
  }));

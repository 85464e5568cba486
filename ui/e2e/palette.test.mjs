/** Everything by name, from anywhere; and what was done, taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const palette = async (desk, words) => {
  await desk.press('Control+k');
  await desk.dialog('palette');
  await desk.type(words);
};
const first = (desk) => desk.page.locator('[data-test=palette-list] [aria-selected=true]').innerText();

test('a command, a list, a setting, a ticket seen before: by name, without accents', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Control+k');
    await desk.dialog('palette');
    await desk.shot('palette');
    await desk.axe('palette');
    await desk.press('Escape');
    await desk.dialog(undefined);
    assert.equal(await desk.focused(), 'work', 'Esc gives the focus back');

    await palette(desk, 'da comunicare');
    await desk.press('Enter');
    await desk.ready('tickets');
    assert.match(desk.page.url(), /to_communicate/);
    const number = () => desk.page.getAttribute('[data-test=detail]', 'data-number');
    const seen = await number();

    await palette(desk, 'perche data');
    assert.match(await first(desk), /Perché questa data/);
    await desk.shot('palette-words');
    await desk.press('Enter');
    await desk.seen('why');
    await desk.press('Escape');

    await palette(desk, 'codice recupero');
    await desk.press('Enter');
    await desk.ready('settings');
    await desk.page.waitForFunction(() => document.activeElement?.id === 'settings-recovery');

    await palette(desk, seen);
    assert.match(await first(desk), new RegExp(seen));
    await desk.press('Enter');
    await desk.ready('tickets');
    assert.equal(await number(), seen);
  }));

test('over a half-typed ticket it offers what the ticket can do, and gives the words back', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento');
    await palette(desk, '');
    const offered = await desk.page.locator('[data-test=palette-list] [role=option]').allInnerTexts();
    assert.ok(offered.some((text) => /Anonimo/.test(text)) && !offered.some((text) => /^Uffici/.test(text)), offered.join());
    await desk.type('anonimo');
    await desk.press('Enter');
    await desk.dialog('intake');
    await desk.seen('reason');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'lampione spento');
  }));

test('what was thrown away comes back with Ctrl+Z, but inside a text Ctrl+Z is the text’s', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('rumori');
    await desk.press('Alt+s');
    await desk.dialog(undefined);
    await desk.seen('toast-act');
    await desk.shot('toast-undo');
    await desk.press('/');
    await desk.type('x');
    await desk.press('Control+z', 'Escape');
    assert.equal((await desk.page.$$('[data-test=toast-act]')).length, 1);
    await desk.press('Control+z');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'rumori');
  }));

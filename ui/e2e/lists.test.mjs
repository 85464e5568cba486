/** Lists of one's own: filters, kept lists, many tickets at once, tags, tables. By keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const rows = (desk) => desk.page.locator('[data-test=tickets] [role=row][aria-rowindex]:not([aria-rowindex="1"])').count();
const count = (desk, wanted) =>
  desk.page.waitForFunction((number) => document.querySelectorAll('[data-test=mark]').length === number, wanted);

test('a filter is shown, kept with a name, and comes back with its key', () =>
  withDesk({ path: '/#/tickets/open' }, async (desk) => {
    await desk.ready('tickets');
    const all = await rows(desk);
    await desk.press('f');
    await desk.dialog('filter');
    await desk.tabTo('filter-kind');
    await desk.type('Segna');
    await desk.tabTo('filter-name');
    await desk.type('Segnalazioni aperte');
    await desk.reads('filter-found', 'pratic');
    await desk.axe('filter');
    await desk.shot('filter');
    await desk.press('Alt+k');
    await desk.dialog(undefined);
    await desk.reads('kept', 'Segnalazioni aperte');
    await desk.page.waitForFunction((before) =>
      document.querySelectorAll('[data-test=tickets] [role=row]').length - 1 < before, all);
    await desk.shot('kept-list');
    await desk.axe('kept list');
    await desk.press('1');
    await desk.page.waitForSelector('[data-view=open][aria-selected=true]');
    await desk.press('Control+1');
    await desk.page.waitForSelector('[data-test=kept][aria-selected=true]');
    await desk.press('Control+e');
    const name = await desk.page.waitForFunction(() => window.deskDocument?.name);
    assert.match(await name.jsonValue(), /^pratiche-.*\.csv$/);
    const head = await desk.page.evaluate(() => [...window.deskDocument.bytes.slice(0, 3)]);
    assert.deepEqual(head, [0xef, 0xbb, 0xbf], 'the mark of UTF-8');
  }));

test('many tickets get a note, and each says what became of it', () =>
  withDesk({ path: '/#/tickets/open' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('Insert');
    await count(desk, 1);
    await desk.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await count(desk, 3);
    await desk.reads('marked', '3 scelte');
    await desk.shot('marked');
    await desk.axe('marked');
    await desk.press('i');
    await desk.dialog('bulk');
    await desk.type('Viste insieme.');
    await desk.press('Control+Enter');
    await desk.reads('bulk-told', '3 fatte.');
    await desk.press('Enter');
    await desk.dialog(undefined);
    await desk.gone('marked');

    await desk.press('Control+a');
    await desk.seen('marked');
    await desk.press('c');
    await desk.dialog('bulk');
    await desk.press('Control+Enter');
    await desk.seen('bulk-refused');
    await desk.reads('bulk-told', ' no.');
    await desk.shot('bulk-refused');
    await desk.axe('bulk results');
    await desk.press('Enter');
    await desk.dialog(undefined);
  }));

test('a ticket gets tags, and a list by tag', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('e');
    await desk.dialog('tag');
    await desk.type('urgente');
    await desk.page.waitForSelector('[data-test=tag-word-list] [role=option]');
    await desk.press('Enter');
    await desk.reads('tags-chosen', 'urgente');
    await desk.type('via Roma');
    await desk.axe('tags');
    await desk.shot('tags');
    await desk.press('Escape', 'Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('tags', 'via Roma');
    assert.deepEqual((await desk.rpc('tags')).map(({ name, tickets }) => [name, tickets]), [['urgente', 1], ['via Roma', 1]]);
    await desk.press('9');
    await desk.page.waitForSelector('[data-view=unregistered][aria-selected=true]');
    await desk.shot('unregistered');
  }));

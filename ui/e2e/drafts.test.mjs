/** Nothing typed is lost: not by Esc, not by a call that interrupts, not by a kill without warning. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const kept = (desk, how) => desk.page.waitForSelector(`dialog [data-test=kept][data-kept=${how}]`);

test('a kill in the middle of a call: the words come back with one key, and become one ticket', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('albero caduto in via Loreto');
    await desk.tabTo('place');
    await desk.type('via Loreto 3');
    await kept(desk, 'saved');
    await desk.restartHost();
    await desk.page.reload();
    await desk.ready('agenda');
    await desk.seen('interrupted');
    await desk.shot('interrupted');
    await desk.press('b');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'albero caduto in via Loreto');
    assert.equal(await desk.page.inputValue('[data-test=place]'), 'via Loreto 3');
    await desk.tabTo('who');
    await desk.type('verdi anna');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.press('Enter');
    await desk.seen('new-person');
    await desk.tabTo('person-phone');
    await desk.type('333 1234567');
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.press('Enter');
    await desk.dialog(undefined);
    assert.deepEqual(await desk.rpc('drafts'), []);
    await desk.gone('interrupted');
  }));

test('while the disk does not answer it says NOT saved, keeps the dialog open, and saves as soon as it can', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.killHost();
    await desk.type('tombino aperto');
    await kept(desk, 'unsaved');
    await desk.press('Escape');
    await desk.seen('banner');
    await desk.shot('unsaved');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'tombino aperto');
    await desk.startHost();
    await kept(desk, 'saved');
    const [draft] = await desk.rpc('drafts');
    assert.equal(draft.body.text, 'tombino aperto');
  }));

test('an answer lost on the way is asked again with the same operation: one ticket, not two', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    const before = (await desk.rpc('agenda')).open;
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('panchina rotta');
    await desk.press('Alt+a');
    await desk.tabTo('reason');
    await desk.type('di passaggio');
    await kept(desk, 'saved');
    // The host does the work and the answer never arrives.
    let lost = 0;
    await desk.page.route('**/rpc/ticket_record', async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await desk.press('Control+Enter');
    await desk.seen('trouble');
    assert.match(await desk.text('trouble'), /Non si sa se è stata salvata/);
    await desk.press('Control+Enter');
    await desk.seen('told');
    assert.equal((await desk.rpc('agenda')).open, before + 1);
    // The browser complains about the answer that this test took away.
    assert.match(desk.complaints.splice(0).join(), /^Failed to load resource: net::ERR_FAILED$/);
  }));

test('Esc parks, a key takes up again, only Scarta throws away, and even that can be taken back', () =>
  withDesk({ path: '/#/tickets/to_communicate' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('r');
    await desk.dialog('reply');
    await desk.type('Gentile signora,');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('r');
    await desk.dialog('reply');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Gentile signora,');

    // A call comes in the middle of the letter.
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari');
    await desk.press('Control+Enter');
    await desk.dialog('reply');
    assert.equal(await desk.page.inputValue('[data-test=reply]'), 'Gentile signora,');
    await desk.press('Escape');
    await desk.dialog(undefined);

    await desk.press('Alt+1');
    await desk.ready('agenda');
    await desk.shot('tray');
    await desk.press('b');
    await desk.dialog('reply');
    await desk.press('Alt+s');
    await desk.dialog(undefined);
    assert.deepEqual(await desk.rpc('drafts'), []);

    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('rumori');
    await desk.press('Alt+s');
    await desk.dialog(undefined);
    await desk.tabTo('toast-act');
    await desk.press('Enter');
    await desk.dialog('intake');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'rumori');
  }));

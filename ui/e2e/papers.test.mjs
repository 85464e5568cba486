/** What comes with a ticket: papers, protocol numbers, dates registered late; and lists of one's own. By keyboard. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

/** A picture of one dot; after its head it says where it was taken. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64',
);
const PLACE = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from('eXIfGPS45'), Buffer.alloc(4)]);
const PNG = Buffer.concat([DOT.subarray(0, 33), PLACE, DOT.subarray(33)]);

function fileOf(name, bytes) {
  const path = join(mkdtempSync(join(tmpdir(), 'paper-')), name);
  writeFileSync(path, bytes);
  return path;
}

/** Presses what opens the chooser, and chooses. */
async function choose(desk, key, ...paths) {
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.press(key)]);
  await chooser.setFiles(paths);
}

test('a paper comes at the intake, stays with the ticket, leaves without its place', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('buca pericolosa');
    await choose(desk, 'Alt+g', fileOf('foto.txt', 'una nota'), fileOf('virus.pdf', Buffer.from('MZ\x90\0', 'latin1')));
    await desk.reads('papers', 'foto.txt');
    await desk.reads('papers-refused', 'virus.pdf: è un programma');
    await desk.tabTo('presented-on');
    await desk.retype('01/11/2026');
    await desk.seen('presented-reason');
    await desk.tabTo('presented-reason');
    await desk.type('consegnata in biblioteca');
    await desk.axe('intake with papers');
    await desk.shot('papers-intake');
    await desk.press('Alt+a');
    await desk.tabTo('reason', true);
    await desk.type('non lo dice');
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.tabTo('told-see');
    await desk.press('Enter');
    await desk.ready('tickets');
    await desk.reads('backdated', 'consegnata in biblioteca');
    await desk.reads('papers', 'foto.txt');

    await choose(desk, 'Alt+g', fileOf('piazza.jpg', PNG));
    await desk.reads('papers', 'il nome dice un altro tipo');
    await desk.seen('toast-done');
    await desk.axe('ticket with papers');
    await desk.shot('papers-ticket');
    await desk.tabTo('paper-open');
    await desk.press('Enter');
    const name = await desk.page.waitForFunction(() => window.deskDocument?.name);
    assert.equal(await name.jsonValue(), 'foto.txt');

    await desk.tabTo('paper-hide');
    await desk.press('Enter');
    await desk.dialog('unattach');
    await desk.type('di un’altra pratica');
    await desk.shot('papers-hide');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.seen('papers-hidden');
    assert.doesNotMatch(await desk.text('papers'), /foto\.txt/);
  }));

test('a protocol number is noted once, and corrected by another', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('q');
    await desk.dialog('protocol');
    await desk.type('0041234');
    await desk.tabTo('registered-on');
    await desk.retype('02/01/2026');
    await desk.shot('protocol');
    await desk.axe('protocol');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('protocol', 'n. 0041234 del 02/01/2026');
    await desk.reads('another-day', '18-bis');
    await desk.press('q');
    await desk.dialog('protocol');
    await desk.type('0041235');
    await desk.tabTo('corrects');
    await desk.press('ArrowDown');
    await desk.tabTo('reason');
    await desk.type('cifra sbagliata');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('protocol', 'corretto');
    await desk.shot('protocol-corrected');
    await desk.press('/');
    await desk.type('0041235');
    await desk.page.waitForSelector('[data-test=search-list] [role=option]');
  }));

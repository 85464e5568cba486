/**
 * Papers by keyboard: looked at, printed on a real spooler, saved, opened; the letterhead with its texts. The printer is
 * a virtual one: what comes out of it is a file.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { withDesk } from './harness.mjs';

const BINARIES = dirname(process.env.LOOPBACK_HOST ?? join(process.env.CARGO_TARGET_DIR ?? '../target', 'debug/loopback-host'));
let spooler;
let paper;

before(async () => {
  spooler = spawn(join(BINARIES, 'spooler'), { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: spooler.stdout })[Symbol.asyncIterator]();
  const socket = (await lines.next()).value;
  assert.ok(socket, 'CUPS is installed: cups-daemon, cups-client, cups-filters');
  paper = (await lines.next()).value;
  process.env.CUPS_SERVER = socket;
});

after(() => spooler?.stdin.end());

const read = (file) => execFileSync('pdftotext', ['-q', file, '-'], { encoding: 'utf8' });

/** Waits until a whole paper has come out of the printer; takes it, and answers its words. */
async function printed() {
  for (let i = 0; i < 200; i += 1) {
    if (existsSync(paper) && readFileSync(paper, 'latin1').includes('%%EOF')) {
      const words = read(paper);
      rmSync(paper);
      return words;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail('no paper came out of the printer');
}

/** A ticket with a reply, under the eyes. */
async function answered(desk, text = 'La lampada è stata sostituita.') {
  const citizen = { surname: 'Prova', name: 'Élodie', address: 'via Roma 1, 20851 Lissone (MB)' };
  const ticket = { kind: 'report', channel: 'counter', text: 'Lampione spento', citizen };
  const { id, number } = await desk.rpc('ticket_record', { op: crypto.randomUUID(), ticket });
  await desk.rpc('ticket_reply', { op: crypto.randomUUID(), id, version: null, text, channel: 'letter' });
  await desk.enter('settings');
  await desk.page.evaluate((address) => (location.hash = address), `#/tickets/finished/${id}`);
  await desk.page.reload();
  await desk.ready('tickets');
  return { id, number };
}

const drawn = (desk, page) => desk.page.waitForFunction((n) => document.querySelector('[data-drawn]')?.dataset.drawn === n, String(page));

/** The darkest pixel of what is drawn: a page without ink is no page. */
const ink = (desk) =>
  desk.page.evaluate(() => {
    const canvas = document.querySelector('[data-test=page] canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((least, value, at) => (at % 4 === 0 ? Math.min(least, value) : least), 255);
  });

test('a letter is looked at, printed twice, and the printer is remembered', () =>
  withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    const { number } = await answered(desk);
    await desk.press('p');
    await desk.dialog('papers');
    await desk.axe('papers');
    await desk.shot('paper-menu');
    await desk.press('1');
    await desk.dialog('print');
    await drawn(desk, 1);
    assert.ok((await ink(desk)) < 60);
    await desk.axe('print');
    await desk.shot('print');
    assert.equal(await desk.focused(), 'print-paper');
    await desk.press('Control+p');
    await desk.dialog(undefined);
    assert.match(await desk.text('toast-done'), /una copia su «sportello_prova»/);
    const words = await printed();
    assert.match(words, /Prova Élodie/);
    assert.match(words, /La lampada è stata sostituita\./);

    await desk.press('p');
    await desk.dialog('papers');
    await desk.press('Enter');
    await desk.dialog('print');
    await drawn(desk, 1);
    await desk.tabTo('copies', true);
    await desk.retype('0');
    await desk.press('Control+p');
    await desk.seen('field-error');
    await desk.axe('print, wrong copies');
    await desk.retype('2');
    await desk.press('Control+p');
    await desk.dialog(undefined);
    assert.equal((await printed()).match(/La lampada/g).length, 2, 'two copies');

    await desk.press('p');
    await desk.dialog('papers');
    await desk.press('1');
    await desk.dialog('print');
    await drawn(desk, 1);
    assert.equal(await desk.page.inputValue('[data-test=copies]'), '2', 'as many as the last time');
    await desk.press('+', '+', '-', '-', '-', 'Control+s');
    const name = await desk.page.waitForFunction(() => window.deskDocument?.name);
    assert.equal(await name.jsonValue(), `risposta-${number.replace('/', '-')}.pdf`);
    await desk.press('Escape');
    await desk.dialog(undefined);
    assert.match(desk.cli('verify'), /registro|righe|a posto/i);
  }));

test('a long letter is turned page by page, and heard', () =>
  withDesk({ store: 'plain', size: 'small' }, async (desk) => {
    await desk.ready('agenda');
    await answered(desk, 'Un capoverso della risposta.\n\n'.repeat(60));
    await desk.press('Enter', 'p');
    await desk.dialog('papers');
    await desk.press('1');
    await desk.dialog('print');
    await drawn(desk, 1);
    assert.match(await desk.text('page-number'), /Pagina 1 di [2-9]/);
    await desk.press('PageDown');
    await drawn(desk, 2);
    assert.match(await desk.text('page-number'), /Pagina 2 di/);
    await desk.press('PageUp', 'PageUp');
    await drawn(desk, 1);
    await desk.shot('print-small');
  }));

test('where no printer can be reached, the reader is offered', () =>
  withDesk({ store: 'plain' }, async (desk) => {
    const here = process.env.CUPS_SERVER;
    process.env.CUPS_SERVER = '/nonexistent/cups.sock';
    try {
      await desk.restartHost();
    } finally {
      process.env.CUPS_SERVER = here;
    }
    await desk.page.reload();
    await desk.ready('agenda');
    await answered(desk);
    await desk.press('p');
    await desk.dialog('papers');
    await desk.press('1');
    await desk.dialog('print');
    await desk.seen('no-printer');
    assert.equal(await desk.focused(), 'open-paper');
    await desk.axe('print, no printer');
    await desk.press('Control+o');
    await desk.page.waitForFunction(() => window.deskDocument?.name);
  }));

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

test('the letterhead is changed with the letter beside it, and a wrong variable is told where it is', () =>
  withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+i');
    await desk.dialog('letterhead');
    await desk.seen('page');
    await desk.axe('letterhead');
    await desk.type('Città di Prova');
    await desk.tabTo('letterhead-lines');
    await desk.type('Via Gramsci 21');
    await desk.press('Enter');
    await desk.type('Tel. 039 73971');
    const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), desk.press('Alt+l')]);
    const file = join(mkdtempSync(join(tmpdir(), 'logo-')), 'stemma.png');
    writeFileSync(file, Buffer.from(DOT, 'base64'));
    await chooser.setFiles(file);
    await desk.tabTo('letterhead-accent');
    await desk.type('#1f4e79');
    await desk.tabTo('text-reply.late');
    await desk.retype('In ritardo: {giorni_del_sindaco}.');
    await desk.press('Control+Enter');
    await desk.seen('field-error');
    assert.match(await desk.text('letterhead'), /giorni_del_sindaco/);
    await desk.tabTo('letterhead-alt', true);
    await desk.type('Stemma della Città di Prova');
    await desk.tabTo('text-reply.late');
    await desk.retype('Scusate: il termine era il {scadenza}.');
    await desk.shot('letterhead');
    await desk.axe('letterhead, filled');
    await desk.press('Control+Enter');
    await desk.gone('letterhead');
    const { letterhead, logo } = await desk.rpc('letterhead');
    assert.equal(letterhead.municipality, 'Città di Prova');
    assert.deepEqual(letterhead.lines, ['Via Gramsci 21', 'Tel. 039 73971']);
    assert.equal(logo.media_type, 'image/png');
    assert.equal(letterhead.texts['reply.late'], 'Scusate: il termine era il {scadenza}.');
    assert.equal(letterhead.texts['reply.remedies'], undefined, 'the program’s own words are not the municipality’s');
  }));

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

/** Its words, with every run of white as one space. */
const read = (file) => execFileSync('pdftotext', ['-q', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');

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

test('a receipt is in the hand with one key after saving, well within two seconds', () =>
  withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('lampione spento in piazza');
    await desk.tabTo('who');
    await desk.type('Bianchi Ada');
    await desk.press('Tab');
    await desk.seen('new-person');
    await desk.tabTo('person-phone');
    await desk.type('039 555666');
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.axe('told');
    const started = Date.now();
    await desk.press('Control+p');
    await desk.seen('toast-done');
    const took = Date.now() - started;
    assert.ok(took < 2000, `${took} ms from the key to the spooler`);
    const words = await printed();
    assert.match(words, /Ricevuta/);
    assert.match(words, /Bianchi/);
    assert.match(words, /lampione spento in piazza/);
    assert.match(words, /impegno dello Sportello/);
  }));

test('what is on the screen is printed with Ctrl+P: a list, the directory, the shift', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.enter('tickets');
    await desk.press('Insert', 'j', 'Insert', 'Control+p');
    await desk.dialog('papers');
    await desk.shot('paper-menu-list');
    await desk.press('2');
    await desk.dialog('print');
    await drawn(desk, 1);
    await desk.shot('print-list');
    await desk.axe('print, list');
    await desk.press('Escape', 'Escape');
    await desk.dialog(undefined);
    await desk.press('p');
    await desk.dialog('papers');
    await desk.axe('papers of a ticket');
    await desk.shot('paper-menu-ticket');
    await desk.press('Escape');
    await desk.enter('offices');
    await desk.press('Tab', 'Control+p');
    await desk.dialog('papers');
    await desk.press('2');
    await desk.dialog('print');
    await drawn(desk, 1);
    await desk.shot('print-door');
    await desk.press('Escape');
    await desk.press('h');
    await desk.ready('handover');
    await desk.press('Control+p');
    await desk.dialog('print');
    await drawn(desk, 1);
    await desk.shot('print-handover');
    await desk.press('Control+p');
    await desk.dialog(undefined);
    assert.match(await printed(), /consegne/i);
  }));

test('a paper that lacks something says what, by its name', () =>
  withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    const ticket = { kind: 'report', channel: 'counter', text: 'Nome impossibile', citizen: { surname: 'Prova \u{1F600}', phone: '039 000111' } };
    const { id } = await desk.rpc('ticket_record', { op: crypto.randomUUID(), ticket });
    await desk.page.evaluate((address) => (location.hash = address), `#/tickets/open/${id}`);
    await desk.page.reload();
    await desk.ready('tickets');
    await desk.press('p');
    await desk.dialog('papers');
    await desk.press('1');
    await desk.dialog('print');
    await desk.reads('trouble', 'Nome del destinatario');
    await desk.axe('print, missing');
    await desk.shot('print-missing');
    await desk.press('Escape');
    await desk.dialog(undefined);
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
    await desk.ready('agenda');
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

/** The system's file chooser. Chromium opens none while the page is still settling: then the key is pressed again. */
async function chooserOf(desk, key) {
  for (let i = 0; i < 6; i += 1) {
    const coming = desk.page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => undefined);
    await desk.press(key);
    const chooser = await coming;
    if (chooser) return chooser;
  }
  return assert.fail('no file chooser opens');
}

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
    const chooser = await chooserOf(desk, 'Alt+l');
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

/** The directory in depth, by keyboard: a card with its people and hours, copied in plain words; a table imported and taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const TABLE = 'Nome;Parte di;Telefono\nImposte di prova;Settore di prova;=1+1\nSettore di prova;;039 000000\n';

test('a card says who answers and when it is open, and is copied in plain words', async () => {
  await withDesk({ store: 'plain' }, async (desk) => {
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.ready('agenda');
    await desk.press('Alt+4');
    await desk.ready('offices');
    // From the box, where letters are words, to the list, where they are keys.
    await desk.press('Escape');
    await desk.axe('offices, empty');
    await desk.press('g');
    await desk.dialog('office');
    await desk.type('Tributi');
    await desk.tabTo('office-does-not');
    await desk.type('Bollo auto: Regione');
    await desk.tabTo('person-add');
    await desk.press('Enter');
    await desk.type('Prova Capo');
    await desk.press('Tab');
    await desk.type('Responsabile');
    await desk.tabTo('person-away');
    await desk.type('1/1/2020-31/12/2099');
    await desk.tabTo('person-add');
    await desk.press('Enter');
    await desk.type('Prova Vice');
    await desk.press('Tab');
    await desk.type('Vice');
    await desk.tabTo('office-internal');
    await desk.type('chiave in portineria');
    await desk.axe('office form');
    await desk.shot('office-form');
    await desk.press('Control+Enter');
    await desk.gone('office-form');
    await desk.reads('stands-in', 'Prova Vice');
    await desk.reads('office-notes', 'portineria');
    await desk.axe('office card');
    await desk.shot('office-card');
    await desk.press('Control+c');
    await desk.reads('toast-done', 'copiata');
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Tributi\n/);
    assert.match(copied, /Non se ne occupa: Bollo auto: Regione/);
    assert.doesNotMatch(copied, /portineria|Prova/, 'nothing internal is copied');
    await desk.tabTo('offices-find');
    await desk.type('bollo');
    await desk.reads('offices', 'Non se ne occupa');
  });
});

test('a table is looked at, corrected, imported and taken back', async () => {
  await withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+4');
    await desk.ready('offices');
    // From the box, where letters are words, to the list, where they are keys.
    await desk.press('Escape');
    await desk.press('m');
    await desk.dialog('office_import');
    await desk.page.keyboard.insertText(`${TABLE}Slittata;;1;2\n`);
    await desk.press('Control+Enter');
    await desk.reads('import-faults', 'Riga 4');
    await desk.reads('import-notices', 'Riga 2');
    await desk.press('Control+Enter');
    assert.deepEqual((await desk.rpc('offices')).offices, [], 'nothing half-imported');
    await desk.axe('import, refused');
    await desk.shot('office-import-refused');
    await desk.press('Escape');
    // It closes when what was pasted is on the disk; until then letters are still its own.
    await desk.gone('office-import-dialog');
    await desk.press('m');
    await desk.dialog('office_import');
    // What was pasted before is still there: it is a draft.
    await desk.press('Control+a');
    await desk.page.keyboard.insertText(TABLE);
    await desk.press('Control+Enter');
    await desk.reads('import-counts', '2 nuovi');
    await desk.axe('import');
    await desk.shot('office-import');
    await desk.press('Control+Enter');
    await desk.gone('office-import-dialog');
    await desk.reads('offices', 'Imposte di prova');
    const { offices } = await desk.rpc('offices');
    const named = (name) => offices.find((office) => office.name === name);
    assert.equal(named('Imposte di prova').parent_id, named('Settore di prova').id);
    assert.equal(named('Imposte di prova').phone, '=1+1', 'a formula is text');
    await desk.press('m');
    await desk.dialog('office_import');
    await desk.seen('import-undo');
    await desk.tabTo('import-undo');
    await desk.press('Enter');
    await desk.reads('toast-done', 'annullata');
    assert.deepEqual((await desk.rpc('offices')).offices, []);
  });
});

test('a file is picked, whatever program wrote it', async () => {
  await withDesk({ store: 'plain' }, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+4');
    await desk.ready('offices');
    await desk.press('Escape', 'm');
    await desk.dialog('office_import');
    const chooser = desk.page.waitForEvent('filechooser');
    await desk.page.keyboard.press('Alt+f');
    const buffer = Buffer.from('Denominazione;Telefono\nQualit\xe0 urbana;039 1\n', 'latin1');
    await (await chooser).setFiles({ name: 'uffici.csv', mimeType: 'text/csv', buffer });
    await desk.reads('import-read', 'Windows-1252');
    await desk.reads('import-counts', '1 nuovi');
    await desk.press('Control+Enter');
    await desk.gone('office-import-dialog');
    await desk.reads('offices', 'Qualità urbana');
  });
});

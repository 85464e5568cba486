/** A counter's day by keyboard: what the night brought, lists by what matters are about, many tickets of one event, cards that stay true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const state = (desk, name) => desk.page.waitForSelector(`[data-test=state][data-state=${name}]`);
const options = (desk, list) => desk.page.waitForSelector(`[data-test=${list}] [role=option]`);

/** A civil day, so many days before today. */
const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('the day begins by itself, once, and says what it did', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    const ticket = {
      text: 'Passo carrabile', rule: 'procedure', presented_on: ago(25), citizen: { surname: 'Prova', phone: '039 0000000' },
    };
    const { id, number } = await desk.rpc('ticket_record', { op: crypto.randomUUID(), ticket });
    const notice = { ground: 'refusal_notice', asked: 'Manca la planimetria.', sent_on: ago(14), authorized_by: 'Anna Bassi' };
    await desk.rpc('ticket_suspend', { op: crypto.randomUUID(), id, ...notice });
    assert.equal((await desk.rpc('agenda')).day, null, 'nobody has begun it');
    await desk.enter('agenda');
    await desk.seen('day');
    const { day } = await desk.rpc('agenda');
    assert.deepEqual(day.resumed, [number]);
    assert.match(await desk.text('day'), /Oggi: 1 sospensione finita.*Non è stato scritto a nessuno/s);
    await desk.axe('the beginning of a day');
    await desk.shot('day');
    await desk.page.reload();
    await desk.ready('agenda');
    await desk.seen('day');
    assert.deepEqual((await desk.rpc('agenda')).day, day, 'once');
  }));

test('a list by area is kept, and the palette shows it from anywhere', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.enter('tickets');
    await desk.press('f');
    await desk.dialog('filter');
    await desk.tabTo('filter-category');
    await desk.type('strade e ill');
    await options(desk, 'filter-category-list');
    await desk.press('Enter');
    await desk.tabTo('filter-name');
    await desk.type('Strade');
    await desk.axe('a filter by area');
    await desk.shot('filter-area');
    await desk.press('Alt+k');
    await desk.dialog(undefined);
    await desk.reads('kept', 'Strade');
    const [view] = await desk.rpc('views');
    const { rows } = await desk.rpc('tickets', { filter: view.filter });
    const { categories } = await desk.rpc('categories');
    const area = categories.find(({ id }) => id === view.filter.category_id);
    const inside = categories.filter(({ parent_id }) => parent_id === area.id).map(({ name }) => name);
    assert.equal(area.name, 'Strade e illuminazione');
    assert.ok(rows.every(({ category_name }) => inside.includes(category_name)));

    await desk.press('1');
    await desk.enter('citizens');
    await desk.press('Control+k');
    await desk.dialog('palette');
    await desk.type('strade');
    await desk.seen(`command-kept-${view.id}`);
    await desk.shot('palette-kept');
    await desk.press('Enter');
    await desk.ready('tickets');
    await desk.page.waitForSelector('[data-test=kept][aria-selected=true]');
    await desk.press('f');
    await desk.dialog('filter');
    await desk.page.waitForFunction(() => document.querySelector('[data-test=filter-category]').value === 'Strade e illuminazione');
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

test('kept lists change their order and their name, and two tags become one', () =>
  withDesk({ path: '/#/tickets/open' }, async (desk) => {
    await desk.ready('tickets');
    const [one, two] = (await desk.rpc('tickets')).rows;
    for (const [row, tag] of [[one, 'buche'], [two, 'buca']]) {
      await desk.rpc('ticket_tag', { op: crypto.randomUUID(), id: row.id, add: [tag] });
    }
    for (const name of ['Prima', 'Seconda']) await desk.rpc('view_save', { op: crypto.randomUUID(), name, filter: {} });
    await desk.press('Alt+y');
    await desk.dialog('arrange');
    await desk.reads('tag-rows', 'su 1 pratica');
    await desk.axeInEveryColour('lists and tags');
    await desk.tabTo('kept-down');
    await desk.press('Enter');
    await desk.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-test=kept-name]')].map((box) => box.value).join() === 'Seconda,Prima');
    await desk.tabTo('kept-name');
    await desk.retype('Per ultima');
    await desk.press('Enter');
    await desk.page.waitForFunction(() => document.querySelector('[data-test=kept-rows]').textContent.includes('solo per me'));
    await desk.tabTo('tag-name');
    await desk.retype('Buche');
    await desk.reads('tag-rows', 'Unisci a «buche»');
    await desk.shot('arrange');
    await desk.press('Enter');
    await desk.reads('tag-rows', 'su 2 pratiche');
    await desk.shot('arranged');
    await desk.tabTo('kept-name', true);
    await desk.retype('Non ancora salvato');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.press('Alt+y');
    await desk.dialog('arrange');
    await desk.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-test=kept-name]')].some((box) => box.value === 'Non ancora salvato'));
    await desk.press('Escape');
    await desk.dialog(undefined);
    assert.deepEqual((await desk.rpc('views')).map(({ name }) => name), ['Seconda', 'Per ultima']);
    assert.deepEqual((await desk.rpc('tags')).map(({ name, tickets }) => [name, tickets]), [['buche', 2]]);
  }));

test('chosen tickets become part of an event, and its row says what it is', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await desk.ready('tickets');
    await desk.press('Control+a');
    await desk.seen('marked');
    await desk.shot('marked-all');
    await desk.press('Alt+v');
    await desk.dialog('bulk');
    await desk.type('Temporale di lunedì');
    await options(desk, 'event-list');
    await desk.axeInEveryColour('many tickets of one event');
    await desk.shot('bulk-event');
    await desk.press('Enter', 'Control+Enter');
    await desk.seen('bulk-told');
    await desk.press('Enter');
    await desk.dialog(undefined);
    const [event] = await desk.rpc('open_events');
    assert.ok(event.event && event.reporters > 0);
    await desk.press('1');
    await desk.page.waitForSelector('[data-view=open][aria-selected=true]');
    const row = desk.page.locator('[data-test=tickets] [role=row]').filter({ hasText: 'Temporale di lunedì' });
    await row.first().waitFor();
    assert.match(await row.first().innerText(), /evento/);
    assert.doesNotMatch(await row.first().innerText(), /anonim/);
    await desk.shot('event-row');
  }));

test('ready reminders are marked as sent together', () =>
  withDesk({ path: '/#/tickets/at_office' }, async (desk) => {
    await desk.ready('tickets');
    for (const { id, version, now, ...office } of (await desk.rpc('offices')).offices) {
      const card = { ...office, email: 'ufficio@comune.example.it' };
      await desk.rpc('office_save', { op: crypto.randomUUID(), id, version, office: card });
    }
    const ready = (await desk.rpc('reminders')).length;
    assert.ok(ready > 0);
    await desk.press('Control+a', 's');
    await desk.dialog('bulk');
    await desk.axe('many reminders');
    await desk.shot('bulk-remind');
    await desk.press('Control+Enter');
    await desk.seen('bulk-told');
    await desk.shot('bulk-reminded');
    const left = (await desk.rpc('reminders')).length;
    assert.ok(left < ready, `${left} of ${ready}`);
    await desk.press('Enter');
    await desk.dialog(undefined);
  }));

test('the card of an office is confirmed from its place', () =>
  withDesk({ path: '/#/offices' }, async (desk) => {
    await desk.ready('offices');
    await desk.press('ArrowDown');
    await desk.reads('office-checked', 'Scheda verificata il');
    const checked = async () => (await desk.rpc('offices')).offices[0].now.checked_at;
    const before = await checked();
    await desk.press('v');
    await desk.page.waitForFunction(() => /Scheda verificata:/.test(document.body.innerText));
    const after = await checked();
    assert.ok(after > before);
    await desk.axe('a card that is right');
    await desk.shot('office-checked');
  }));

test('a pasted table is a draft, and a new closure has the focus', () =>
  withDesk({ path: '/#/offices' }, async (desk) => {
    await desk.ready('offices');
    await desk.press('ArrowDown', 'm');
    await desk.dialog('office_import');
    await desk.type('nome;telefono');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.enter('agenda');
    await desk.reads('draft', 'Uffici da importare');
    await desk.press('b');
    await desk.dialog('office_import');
    await desk.page.waitForFunction(() => document.querySelector('[data-test=import-text]').value === 'nome;telefono');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.enter('settings');
    await desk.tabTo('closure-add');
    await desk.press('Enter');
    await desk.page.waitForFunction(() => document.activeElement?.closest('.closure') !== null);
    await desk.tabTo('same-open-days');
    await desk.retype('0');
    await desk.tabTo('follow-up-save');
    await desk.press('Enter');
    await desk.seen('field-error');
    await desk.axe('days out of range');
    await desk.tabTo('same-open-days', true);
    await desk.retype('60');
    await desk.tabTo('follow-up-save');
    await desk.press('Enter');
    await desk.gone('field-error');
    assert.equal((await desk.rpc('follow_up')).same_open_days, 60);
    await desk.shot('follow-up');
  }));

test('what is proposed says whether the office is open', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    const { offices } = await desk.rpc('offices');
    const office = offices.find(({ name }) => name === 'Strade e illuminazione');
    const { id, version, now, ...card } = office;
    const day = [{ from: '00:00', to: '23:59' }];
    const weekly = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
    await desk.rpc('office_save', { op: crypto.randomUUID(), id, version, office: { ...card, hours: { weekly, special: [], note: null } } });
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('Lampione spento in via Roma');
    await desk.reads('office-suggested', 'aperto ora');
    await desk.shot('proposed-open');
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

/**
 * A walk through every screen and every dialog, by keyboard, for whoever wants to look at all of them. What there is to
 * see is read from the program's own types: a screen or a dialog that is added and not walked to fails the walk.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src');
const source = (name) => readFileSync(join(SRC, name), 'utf8');
const quoted = (text) => [...text.matchAll(/'(\w+)'/g)].map(([, name]) => name);
const between = (text, from, to) => text.slice(text.indexOf(from), text.indexOf(to));

/** The screens, as the type of the address names them. */
const screens = () => quoted(between(source('route.ts'), 'export type Route', 'export type Screen').replace(/^.*?=/, ''));
/**
 * Dialogs of tickets that the demonstration does not have (suspended, in an event, closed): `lifecycle.test.mjs` makes such
 * tickets, opens them and looks at them in every colour.
 */
const ELSEWHERE = ['reply_event', 'resume', 'restart', 'reopen'];

/** The dialogs, as the types of what is opened name them. */
const dialogs = () =>
  [
    ...quoted(between(source('dialogs.svelte.ts'), 'export type StepKind', 'export type BulkAct')),
    ...[...source('dialogs.svelte.ts').matchAll(/kind: '(\w+)'/g)].map(([, name]) => name),
    ...quoted(between(source('steps/plain.ts'), 'export const PLAIN_KINDS', 'export type PlainKind')),
  ].filter((name) => !ELSEWHERE.includes(name));

/** The key of a verb, as the registry has it. */
const keyOf = (verb) =>
  source('keys.ts').match(new RegExp(`\\b${verb}: \\['\\w+', '([^']+)'`))[1].replace('Ctrl', 'Control');

const state = (desk, name) =>
  desk.page.waitForSelector(`[data-test=state][data-state=${name}]`, { state: 'attached' });

/** Opens a dialog by its key. A key that comes while the one before is still closing is lost: it is pressed again, as a
 * person does. */
async function opens(desk, key, kind) {
  for (let pressed = 1; ; pressed += 1) {
    await desk.press(key);
    try {
      return await desk.dialog(kind, pressed < 3 ? 5000 : undefined);
    } catch (late) {
      if (pressed === 3) throw late;
    }
  }
}

/** Leaves the last dialog. A key that comes while the window is still busy is lost here too. */
async function leaves(desk) {
  for (let pressed = 1; ; pressed += 1) {
    await desk.press('Escape');
    try {
      return await desk.dialog(undefined, pressed < 3 ? 5000 : undefined);
    } catch (late) {
      if (pressed === 3) throw late;
    }
  }
}

/** Looks at a dialog that a key opens, and leaves it. */
async function through(desk, key, kind, look, name = kind) {
  await opens(desk, key, kind);
  await look(name);
  await leaves(desk);
}

/** The steps of a ticket that are possible only in some of its states: list, state, key, dialog. */
const STEPS = [
  ['7', 'received', 't', 'transfer'],
  ['4', 'transferred', 'a', 'accept'],
  ['4', 'with_office', 'o', 'outcome'],
  ['4', 'transferred', keyOf('remind'), 'remind'],
  ['2', 'with_office', keyOf('interim'), 'interim'],
  ['6', 'outcome_received', 'r', 'reply'],
  ['6', 'outcome_received', 'b', 'send_back'],
  ['7', 'received', 'i', 'note'],
  ['7', 'received', keyOf('people'), 'person'],
  ['7', 'received', 'q', 'protocol'],
  ['7', 'received', keyOf('changeKind'), 'change_kind'],
  ['7', 'received', keyOf('tag'), 'tag'],
  ['4', 'transferred', keyOf('bounce'), 'bounce'],
  ['7', 'received', 'u', 'void'],
];

/** The steps that are in the menu of the others: the verb and the dialog it opens. */
const MENU = [
  ['merge', 'merge_ticket'], ['link', 'link'], ['joinEvent', 'join_event'], ['suspend', 'suspend'], ['forward', 'forward'],
  ['withdraw', 'withdraw'], ['attempt', 'attempt'], ['giveUp', 'give_up'],
];

/** Brings a ticket in this state under the eyes. */
async function find(desk, view, wanted) {
  await desk.enter('tickets');
  await desk.press(view);
  await desk.page.waitForSelector('[data-test=tickets][aria-busy=false]', { state: 'attached' });
  for (let i = 0; i < 12; i += 1) {
    // The ticket shown is the one selected, not the one before it.
    const now = await desk.page.waitForFunction(() => {
      const row = document.querySelector('[data-test=tickets] [aria-selected=true]');
      const number = document.querySelector('[data-test=detail]')?.dataset.number?.slice(5);
      return number && row?.textContent.includes(number) && document.querySelector('[data-test=state]')?.dataset.state;
    });
    if ((await now.jsonValue()) === wanted) break;
    await desk.press('j');
    await desk.page.waitForTimeout(150);
  }
  await state(desk, wanted);
  // On a narrow window the ticket takes the place of the list.
  await desk.press('Enter');
}

async function walkScreens(desk, look) {
  for (const screen of [...screens().filter((name) => name !== 'agenda'), 'agenda']) {
    await desk.enter(screen);
    await look(screen);
  }
}

async function walkFrame(desk, look) {
  await through(desk, 'Control+k', 'palette', look);
  await through(desk, '?', 'keys', look);
  await through(desk, 'F2', 'contact', look);
  await desk.press('/');
  await desk.type('lamp');
  await desk.page.waitForSelector('[data-test=search-list] [role=option]');
  await look('search');
  await desk.retype('039 000 0005');
  await desk.page.waitForFunction(() => /039 000 0005/.test(document.querySelector('[data-test=search-list] [role=option]')?.textContent));
  await desk.press('Enter');
  await desk.dialog('citizen');
  await look('citizen');
  await desk.press('Escape');
  await desk.dialog(undefined);
  await desk.press('Control+l');
  await desk.seen('cover');
  await look('cover');
  await desk.press('Enter');
  await desk.gone('cover');
}

async function walkTickets(desk, look) {
  for (const [view, wanted, key, kind] of STEPS) {
    await find(desk, view, wanted);
    if (kind === 'reply') {
      await look('ticket');
      await desk.press('d');
      await desk.seen('why');
      await look('ticket-why');
      await desk.press('Escape', 'Enter');
    }
    await through(desk, key, kind, look);
  }
}

async function walkMenu(desk, look) {
  await find(desk, '7', 'received');
  await through(desk, keyOf('more'), 'more', look);
  for (const [verb, kind] of MENU) {
    await desk.press(keyOf('more'));
    await desk.dialog('more');
    await through(desk, keyOf(verb), kind, look);
  }
}

async function walkLists(desk, look) {
  await find(desk, '7', 'received');
  await through(desk, keyOf('filter'), 'filter', look);
  await through(desk, keyOf('arrange'), 'arrange', look);
  await desk.press('Escape', keyOf('markAll'));
  await through(desk, keyOf('note'), 'bulk', look);
  await desk.press(keyOf('markAll'));
}

/** The system's file chooser. Chromium opens none while the page is still settling: then the key is pressed again. */
async function chooserOf(desk) {
  for (let i = 0; i < 6; i += 1) {
    const coming = desk.page.waitForEvent('filechooser', { timeout: 3000 }).catch(() => undefined);
    await desk.press(keyOf('attach'));
    const chooser = await coming;
    if (chooser) return chooser;
  }
  return assert.fail('no file chooser opens');
}

async function walkPapers(desk, look) {
  await find(desk, '7', 'received');
  const chooser = await chooserOf(desk);
  await chooser.setFiles([{ name: 'nota.txt', mimeType: 'text/plain', buffer: Buffer.from('una nota') }]);
  await desk.reads('papers', 'nota.txt');
  await look('papers');
  await desk.tabTo('paper-hide');
  await through(desk, 'Enter', 'unattach', look);
}

async function walkIntake(desk, look) {
  await desk.press('n');
  await desk.dialog('intake');
  await desk.type('lampione spento');
  await desk.seen('office-suggested');
  await look('intake');
  await desk.tabTo('who');
  await desk.type('dati');
  await desk.page.waitForSelector('[data-test=who-list] [role=option]');
  await look('intake-who');
  await desk.press('Escape', 'Tab');
  await desk.seen('new-person');
  await desk.press('Control+Enter');
  await desk.seen('field-error');
  await look('intake-fault');
  await desk.press('Escape');
  await desk.dialog(undefined);
}

async function walkCitizens(desk, look) {
  await desk.enter('citizens');
  await desk.press('Tab');
  await through(desk, 'e', 'citizen_edit', look);
  await through(desk, 'u', 'merge', look);
  await through(desk, 'Shift+F2', 'counts', look);
  await through(desk, 'Shift+F3', 'referral', look);
}

async function walkDay(desk, look) {
  await desk.enter('agenda');
  await desk.press(keyOf('callback'));
  await desk.dialog('callback');
  await look('callback');
  await desk.type('Neri');
  await desk.tabTo('callback-phone');
  await desk.type('039 777888');
  await desk.tabTo('callback-about');
  await desk.type('quando riaprono il ponte');
  await desk.tabTo('callback-on');
  await desk.retype('oggi');
  await desk.press('Control+Enter');
  await desk.dialog(undefined);
  await desk.seen('section-callbacks');
  const groups = await desk.page.$$eval('[data-test=work] [role=rowgroup]', (all) => all.map((one) => one.dataset.test));
  await desk.press(String(groups.indexOf('section-callbacks') + 1));
  await desk.reads('current', 'ponte');
  await through(desk, 'Enter', 'call', look);
}

async function walkCategories(desk, look) {
  await desk.press(keyOf('categories'));
  await desk.dialog('categories');
  await look('categories');
  await desk.press(keyOf('categoryAdd'));
  await desk.dialog('category');
  await look('category');
  await desk.press('Escape');
  await desk.dialog('categories');
  await desk.press('Escape');
  await desk.dialog(undefined);
}

async function walkOffices(desk, look) {
  await desk.enter('offices');
  await desk.press('Tab');
  await through(desk, 'e', 'office', look);
  await through(desk, keyOf('officeImport'), 'office_import', look);
  await through(desk, keyOf('officeWork'), 'office_work', look);
}

/** The papers of a ticket, one of them before it leaves, the letterhead they are on. */
async function walkPrint(desk, look) {
  await find(desk, '8', 'answered');
  await desk.press(keyOf('papers'));
  await desk.dialog('papers');
  await look('papers');
  await desk.press('1');
  await desk.dialog('print');
  await desk.seen('page');
  await look('print');
  await leaves(desk);
  await through(desk, keyOf('letterhead'), 'letterhead', look);
}

/** A form found by the citizen's words, then its first step beside the real page. */
async function walkForms(desk, look) {
  await opens(desk, keyOf('forms'), 'forms');
  await look('forms');
  await desk.type('devo cambiare casa');
  await desk.seen('need-list');
  await desk.press('Enter');
  await desk.reads('form-card', 'residenza');
  await look('form-card');
  await desk.press('Control+Enter');
  await desk.seen('wizard');
  await desk.reads('questions', 'Perché fai la dichiarazione');
  await desk.press('Space');
  await desk.seen('mark');
  await look('wizard');
  await leaves(desk);
}

/** Goes everywhere, handing each place to `look`, and sees that nothing was left out. */
export async function tour(desk, look) {
  const seen = { screens: new Set(), dialogs: new Set() };
  const note = async (name) => {
    const { ready, dialog } = await desk.page.evaluate(() => ({ ...document.documentElement.dataset }));
    seen.screens.add(ready);
    seen.dialogs.add(dialog);
    await look(name);
  };
  await desk.ready('agenda');
  for (const walk of [walkScreens, walkFrame, walkTickets, walkMenu, walkLists, walkPapers, walkIntake, walkCitizens, walkDay, walkCategories, walkOffices, walkPrint, walkForms]) await walk(desk, note);
  assert.deepEqual(screens().filter((name) => !seen.screens.has(name)), [], 'screens that this walk does not go to');
  assert.deepEqual(dialogs().filter((name) => !seen.dialogs.has(name)), [], 'dialogs that this walk does not open');
}

/** Goes through the first start, up to the recovery code. */
export async function firstStart(desk, look) {
  await desk.ready('first-run-1');
  await look('first-run-1');
  await desk.type('liss');
  await desk.page.waitForSelector('[data-test=town-list] [role=option]');
  await look('first-run-1-town');
  await desk.press('Enter', 'Enter');
  await desk.ready('first-run-2');
  await look('first-run-2');
  await desk.press('Enter');
  await desk.ready('first-run-3');
  await look('first-run-3');
  await desk.press('Enter');
  await desk.ready('recovery');
  await look('first-run-4');
}

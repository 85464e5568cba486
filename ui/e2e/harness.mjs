/**
 * A desk for one test: its own folder, its own host, its own browser, and no mouse anywhere. Nothing here waits for a
 * time: it waits for what the screen says of itself (`data-ready`, `data-dialog`, `data-test`).
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const UI = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = process.env.CARGO_TARGET_DIR ?? join(UI, '../target');
const HOST = process.env.LOOPBACK_HOST ?? join(TARGET, 'debug/loopback-host');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SCREENS = join(UI, '../target/screens');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
/** Milliseconds the slowest machine may need for one thing to appear. */
const PATIENCE = 20_000;

/** What the browser says of a refused command and of a host that was killed: both are part of the tests. */
const EXPECTED = /status of 422|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/;

/** The key of each section, from the registry itself. */
const SECTIONS = new Map(
  [...readFileSync(join(UI, 'src/keys.ts'), 'utf8').matchAll(/(\w+): \['desk', '([^']+)'\]/g)].map(([, name, key]) => [name, key]),
);

export const SIZES = { small: [1024, 768], usual: [1366, 768], large: [1920, 1080] };

/** Runs `work` on a desk of its own and takes everything down afterwards, however it ends. */
export async function withDesk(options, work) {
  const desk = new Desk();
  try {
    await desk.start(options);
    await work(desk);
    desk.assertClean();
  } catch (error) {
    await desk.shot('failed').catch(() => undefined);
    throw error;
  } finally {
    await desk.end();
  }
}

class Desk {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  /** Keys pressed so far. */
  keys = 0;
  complaints = [];
  /** Other hosts over the same store. */
  others = [];

  async start({ store = 'demo', scheme = 'light', size = 'usual', path = '', corpus = 0 } = {}) {
    assert.ok(existsSync(join(UI, 'dist/index.html')), 'npm run build comes first');
    await this.startHost();
    if (store !== 'none') await this.makeStore(store === 'demo' && !corpus);
    if (corpus) this.cli('generate', '--tickets', String(corpus), '--seed', '7');
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const [width, height] = SIZES[size];
    this.context = await this.browser.newContext({
      viewport: { width, height }, colorScheme: scheme, locale: 'it-IT', timezoneId: 'Europe/Rome',
    });
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    this.watch();
    forbidMouse(this.page);
    await this.page.goto(this.url + path);
  }

  /** Starts the host, on the same port as before when there was one. */
  async startHost() {
    const port = this.url ? new URL(this.url).port : '0';
    const files = ['--data-dir', join(this.folder, 'archivio'), '--key-file', join(this.folder, 'chiave')];
    const all = ['--ui', join(UI, 'dist'), ...files, '--port', port];
    this.host = spawn(HOST, all, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(this.host.stdout, 'data');
    this.url = String(line).trim();
  }

  /** A colleague at another computer: a process of its own over the same store. */
  async another(operator = 'collega') {
    const files = ['--data-dir', join(this.folder, 'archivio'), '--key-file', join(this.folder, 'chiave')];
    const all = ['--ui', join(UI, 'dist'), ...files, '--operator', operator];
    const host = spawn(HOST, all, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.others.push(host);
    const [line] = await once(host.stdout, 'data');
    const url = String(line).trim();
    return { rpc: (command, request) => this.rpc(command, request, url) };
  }

  /** The power goes: no goodbye. */
  async killHost() {
    const gone = once(this.host, 'exit');
    this.host.kill('SIGKILL');
    await gone;
  }

  async restartHost() {
    await this.killHost();
    await this.startHost();
  }

  /** What the companion program does to the same store. */
  cli(...words) {
    const files = ['--data-dir', join(this.folder, 'archivio'), '--key-file', join(this.folder, 'chiave')];
    return execFileSync(join(dirname(HOST), 'cli'), [...files, ...words], { encoding: 'utf8' });
  }

  /** What another window would do: straight to the door. */
  async rpc(command, request = {}, url = this.url) {
    const answer = await fetch(`${url}/rpc/${command}`, { method: 'POST', body: JSON.stringify(request) });
    const body = await answer.json();
    assert.ok(answer.ok, `${command}: ${JSON.stringify(body)}`);
    return body;
  }

  async makeStore(demo) {
    const { groups, type_back } = await this.rpc('first_run', { op: crypto.randomUUID(), belfiore: 'E617', demo });
    await this.rpc('recovery_confirm', { groups: type_back.map((number) => ({ number, text: groups[number - 1] })) });
  }

  /** Errors, refused styles and scripts, and requests to anywhere else are faults of the screens. */
  watch() {
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.complaints.push(message.text());
    });
    this.page.on('request', (request) => {
      const url = request.url();
      if (!/^(blob|data):/.test(url) && !url.startsWith(this.url)) this.complaints.push(url);
    });
  }

  assertClean() {
    assert.deepEqual(this.complaints, []);
  }

  async ready(screen) {
    await this.page.waitForFunction((name) => document.documentElement.dataset.ready === name, screen);
  }

  /** Waits until a dialog is on top, or none when nothing is named. */
  async dialog(kind, timeout) {
    await this.page.waitForFunction((name) => document.documentElement.dataset.dialog === name, kind, { timeout });
  }

  seen(test) {
    return this.page.waitForSelector(`[data-test="${test}"]`);
  }

  async gone(test) {
    await this.page.waitForSelector(`[data-test="${test}"]`, { state: 'detached' });
  }

  /** Waits until an element reads certain words. */
  async reads(test, words) {
    await this.page.locator(`[data-test="${test}"]`).filter({ hasText: words }).first().waitFor();
  }

  text(test) {
    return this.page.locator(`[data-test="${test}"]`).first().innerText();
  }

  /** Presses keys one after the other; the focus must be somewhere after each of them. */
  async press(...names) {
    for (const name of names) {
      await this.page.keyboard.press(name);
      this.keys += 1;
      await this.assertFocus(name);
    }
  }

  async type(text) {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** Sees the desk otherwise, as if it had been chosen on another day. */
  async looks(chosen) {
    const { ready } = await this.rpc('status');
    await this.rpc('workstation_save', { op: crypto.randomUUID(), workstation: { ...ready.workstation, ...chosen } });
    await this.page.reload();
  }

  /** Goes to a section by its key. */
  async enter(section) {
    await this.press(SECTIONS.get(section));
    await this.ready(section);
  }

  /** Empties the field that has the focus and types something else. */
  async retype(text) {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Goes on with Tab until an element has the focus: if it cannot be reached by key, that is the fault. */
  async tabTo(test, back = false) {
    for (let i = 0; i < 80; i += 1) {
      if (await this.page.evaluate((name) => document.activeElement?.getAttribute('data-test') === name, test)) return;
      await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`${test} is not reached with Tab`);
  }

  async assertFocus(after) {
    const on = await this.page.evaluate(() => document.activeElement?.tagName ?? 'none');
    assert.ok(!['BODY', 'HTML', 'none'].includes(on), `after ${after} the focus is on ${on}`);
  }

  async focused() {
    return this.page.evaluate(() => document.activeElement?.getAttribute('data-test'));
  }

  /** A picture for whoever reviews the looks. */
  async shot(name) {
    mkdirSync(SCREENS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENS, `${name}.png`) });
  }

  /** No fault that a machine can find: WCAG 2.2, A and AA. */
  async axe(where) {
    await this.page.evaluate(AXE);
    const faults = await this.page.evaluate(async () => {
      const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
    assert.deepEqual(faults, [], where);
  }

  /** The same in every set of colours, without leaving the place. */
  async axeInEveryColour(where) {
    const looks = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } };
    for (const [name, media] of Object.entries(looks)) {
      await this.page.emulateMedia(media);
      await this.axe(`${where}, ${name}`);
    }
    await this.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }

  async end() {
    await this.browser?.close();
    for (const host of this.others) host.kill('SIGKILL');
    if (this.host && this.host.exitCode === null && this.host.signalCode === null) this.host.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Everything that stands for a hand on a mouse throws. */
function forbidMouse(page) {
  const refuse = (name) => () => {
    throw new Error(`${name}: this desk has no mouse`);
  };
  const names = [
    'click', 'dblclick', 'tap', 'hover', 'dragAndDrop', 'check', 'uncheck', 'selectOption', 'focus', 'fill',
  ];
  for (const owner of [page, Object.getPrototypeOf(page.locator('body'))]) {
    for (const name of names) if (name in owner) owner[name] = refuse(name);
  }
  for (const name of ['click', 'dblclick', 'down', 'up', 'move', 'wheel']) page.mouse[name] = refuse(`mouse.${name}`);
}

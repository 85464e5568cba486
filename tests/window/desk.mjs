// The real window, driven as a person would: keys only. Plain W3C WebDriver calls to WebKit's own driver; no library.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const program = process.env.SPORTELLO ?? join(target, 'debug', 'sportello');
const screens = join(root, 'target', 'screens');

/** Keys of the W3C specification that have no letter. */
export const KEY = { enter: '\uE007', tab: '\uE004', escape: '\uE00C', down: '\uE015', f2: '\uE032' };
const MODIFIER = { ctrl: '\uE009', alt: '\uE00A', shift: '\uE008' };
/** How long anything may take on a loaded machine. Nothing sleeps this long: it is asked again and again. */
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

/** A screen of our own, where there is none. */
export async function screen() {
  const number = 90 + Math.floor(Math.random() * 900);
  const xvfb = spawn('Xvfb', [`:${number}`, '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  await pause(500);
  return { display: `:${number}`, close: () => xvfb.kill() };
}

/** A folder for a store and, beside it, its key. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'sportello-window-'));
  return { store: join(path, 'archivio'), key: join(path, 'chiave.txt'), remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Opens the desk in its window; or another program, to be measured beside it. */
export async function open(display, place, binary = program) {
  const port = await freePort();
  const environment = {
    ...process.env,
    DISPLAY: display,
    TAURI_WEBVIEW_AUTOMATION: 'true',
    // Without these the window stays blank under Xvfb, and GTK waits for a desktop that is not there.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    GDK_BACKEND: 'x11',
    GTK_USE_PORTAL: '0',
    NO_AT_BRIDGE: '1',
  };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env: environment, stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  await until('the driver listens', async () => (await fetch(`${base}/status`)).ok);
  const options = { binary, args: ['--data-dir', place.store, '--key-file', place.key] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await call(`${base}/session`, { capabilities });
  const session = `${base}/session/${sessionId}`;
  const desk = new Desk(session, driver, place, display);
  await desk.until('the page has started', () => desk.run('return document.readyState === "complete"'));
  return desk;
}

class Desk {
  constructor(session, driver, place, display) {
    this.session = session;
    this.driver = driver;
    this.place = place;
    this.display = display;
  }

  /** Runs a script in the page. */
  run(script, ...args) {
    return call(`${this.session}/execute/sync`, { script, args });
  }

  /** Types a text, or one of KEY. */
  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await call(`${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Presses a key with others held: `press('ctrl', KEY.enter)`. */
  async press(...keys) {
    const held = keys.slice(0, -1).map((name) => MODIFIER[name]);
    const value = keys.at(-1);
    const actions = [
      ...held.map((value) => ({ type: 'keyDown', value })),
      { type: 'keyDown', value },
      { type: 'keyUp', value },
      ...held.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await call(`${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Goes on with Tab until the focus is on the part named `part`. */
  async tabTo(part) {
    const seen = [];
    for (let i = 0; i < 80; i += 1) {
      const focused = await this.focused();
      if (focused === part) return;
      seen.push(focused);
      await this.press(KEY.tab);
    }
    throw new Error(`no Tab leads to ${part}; it went through ${seen.join(' ')}`);
  }

  /** The name, for tests, of what has the focus. */
  focused() {
    return this.run('return document.activeElement?.dataset.test ?? document.activeElement?.tagName');
  }

  /** Waits until a screen has painted its data. */
  ready(screen) {
    return this.mark('ready', screen);
  }

  /** Waits until a dialog is on top; `undefined` for none. */
  dialog(kind) {
    return this.mark('dialog', kind);
  }

  mark(name, value = null) {
    const read = () => this.run('return document.documentElement.dataset[arguments[0]] ?? null', name);
    return this.until(`${name} is ${value}`, async () => (await read()) === value);
  }

  /** Waits until a part is there. */
  seen(part, attribute = '') {
    const selector = `[data-test=${part}]${attribute}`;
    return this.until(`there is ${selector}`, () =>
      this.run('return document.querySelector(arguments[0]) !== null', selector),
    );
  }

  /** The texts of every part that a selector finds. */
  texts(selector) {
    return this.run('return [...document.querySelectorAll(arguments[0])].map((part) => part.innerText.trim())', selector);
  }

  /** What stands in a field. */
  value(part) {
    return this.run('return document.querySelector(`[data-test=${arguments[0]}]`).value', part);
  }

  /** The text of the page, or of one part of it. */
  text(selector = 'body') {
    return this.run('return document.querySelector(arguments[0])?.innerText ?? ""', selector);
  }

  /** Waits until something is true, with what the page says in the error if it never is. */
  async until(what, check) {
    try {
      await until(what, check);
    } catch (error) {
      throw new Error(`${error.message}\nThe page says:\n${await this.text().catch(() => '(nothing)')}`);
    }
  }

  /** Takes a picture into target/screens: of the screen itself, because WebKit's own sometimes never comes. */
  async picture(name) {
    mkdirSync(screens, { recursive: true });
    // Two frames, so that what has just been said is also painted.
    await this.run('return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
    const file = join(screens, `window-${name}.png`);
    const taken = spawnSync('import', ['-display', this.display, '-window', 'root', file]);
    if (taken.status !== 0) throw new Error(`no picture: ${taken.stderr}`);
  }

  /** Ends the desk as its close button does. */
  async close() {
    await fetch(this.session, { method: 'DELETE' }).catch(() => undefined);
    this.end();
  }

  /** Ends the desk in the worst way: the program is gone between two instructions. */
  kill() {
    const killed = spawnSync('pkill', ['-KILL', '-f', `${program} --data-dir ${this.place.store}`]);
    if (killed.status !== 0) throw new Error('there was no desk to kill');
    this.end();
  }

  /** Ends the driver and whatever it started. */
  end() {
    try {
      process.kill(-this.driver.pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
}

async function call(url, body) {
  const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await (await fetch(url, options)).json();
  if (answer.value?.error) throw new Error(`${answer.value.error}: ${answer.value.message}`);
  return answer.value;
}

async function until(what, check) {
  const start = Date.now();
  let last;
  while (Date.now() - start < PATIENCE) {
    try {
      if (await check()) return;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`never: ${what}${last ? ` (${last.message})` : ''}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

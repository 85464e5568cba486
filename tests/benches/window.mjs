// How long the desk takes to show something, beside an empty window of the same Tauri, one after the other.
//
//   cargo build --release && cargo build --release --example empty-window && node tests/benches/window.mjs [tickets]
//
// The time runs from the start of the process to its first painted content. With a number, the store is filled first.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder, open, screen } from '../window/desk.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const release = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release');
const DESK = join(release, 'sportello');
const EMPTY = join(release, 'examples', 'empty-window');
const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** How much slower than an empty window the desk may be, at the median. */
const GOAL = 1.3;

/** When the process of this program that works on this folder began, in milliseconds of the clock on the wall. */
function began(place) {
  const hertz = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout);
  const boot = Date.now() - Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (!words.includes(place.store) || ![DESK, EMPTY].includes(words[0])) continue;
      const ticks = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[19]);
      return boot + (ticks * 1000) / hertz;
    } catch {
      // It ended while it was looked at.
    }
  }
  throw new Error('the program is not there');
}

/** Milliseconds from the start of a program to its first painted content, and to the first screen when it has one. */
async function start(display, place, binary) {
  const desk = await open(display, place, binary);
  try {
    if (binary === DESK) await desk.ready('agenda');
    const painted = await desk.run(
      `const paint = performance.getEntriesByName('first-contentful-paint')[0];
       return paint ? performance.timeOrigin + paint.startTime : performance.timing.domComplete`,
    );
    return painted - began(place);
  } finally {
    await desk.close();
  }
}

const middle = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

const { display, close } = await screen();
const place = folder();
try {
  const files = ['--data-dir', place.store, '--key-file', place.key];
  const cli = (...words) => spawnSync(join(release, 'sportello-cli'), [...files, ...words], { stdio: 'inherit' });
  cli('init');
  if (process.argv[2]) cli('generate', '--tickets', process.argv[2], '--seed', '7');
  const [desk, empty] = [[], []];
  for (let i = 0; i <= ROUNDS; i += 1) {
    const pair = [await start(display, place, EMPTY), await start(display, place, DESK)];
    // The first of each is cold, and told apart.
    if (i === 0) console.log(`cold: empty window ${pair[0].toFixed(0)} ms, desk ${pair[1].toFixed(0)} ms`);
    else [empty, desk].forEach((times, which) => times.push(pair[which]));
  }
  const ratio = middle(desk) / middle(empty);
  console.log(`warm, median of ${ROUNDS}: empty window ${middle(empty).toFixed(0)} ms, desk ${middle(desk).toFixed(0)} ms`);
  console.log(`the desk takes ${ratio.toFixed(2)} times an empty window; the goal is ${GOAL}`);
  if (ratio > GOAL) process.exitCode = 1;
} finally {
  place.remove();
  close();
}

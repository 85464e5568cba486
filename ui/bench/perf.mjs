/**
 * How long a person waits, in Chromium against the real host on the encrypted store: from the start to the first
 * painted list, and from a key to the painted rows.
 *
 * `cargo build --release -p sportello-tests --bins && npm run build && node bench/perf.mjs 100000`
 */
import { performance } from 'node:perf_hooks';
import { withDesk } from '../e2e/harness.mjs';

const TICKETS = Number(process.argv[2] ?? 10_000);
/** Starts measured; the figure is the one in the middle. */
const STARTS = 7;

const sorted = (times) => times.toSorted((a, b) => a - b);
const at = (times, percent) => sorted(times)[Math.floor(((times.length - 1) * percent) / 100)];
const tell = (name, times, goal) => {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => at(times, percent).toFixed(1).padStart(8));
  console.log(`${name.padEnd(46)} ${p50} ms p50 ${p95} p95 ${p99} p99   ${goal}`);
};

/** From the key to the frame in which the selected row is another one. */
async function keyToRows(desk, keys, rounds) {
  await desk.page.evaluate(() => {
    window.waited = [];
    const list = document.querySelector('[data-test=tickets]');
    const mark = () => {
      const active = list.querySelector('[aria-selected=true]')?.id;
      return `${active} ${list.scrollTop} ${list.querySelectorAll('[role=row]').length}`;
    };
    addEventListener('keydown', () => {
      const [start, before] = [performance.now(), mark()];
      const look = () => {
        // The second frame after the change: the first has been painted by then.
        if (mark() !== before) requestAnimationFrame(() => window.waited.push(performance.now() - start));
        else if (performance.now() - start < 2000) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true });
  });
  for (let i = 0; i < rounds; i += 1) {
    await desk.page.keyboard.press(keys[i % keys.length]);
    await desk.page.waitForTimeout(30);
  }
  await desk.page.waitForTimeout(500);
  return desk.page.evaluate(() => window.waited);
}

/** From each letter typed in the search box to the painted suggestions. */
async function letterToSuggestions(desk, words) {
  await desk.page.keyboard.press('/');
  const times = [];
  for (const word of words) {
    for (const letter of word) {
      const start = performance.now();
      const answered = desk.page.waitForResponse(/rpc\/search/).then(() => performance.now() - start);
      await desk.page.keyboard.type(letter);
      times.push(await answered);
      await desk.page.waitForTimeout(40);
    }
    await desk.page.keyboard.press('Control+a');
  }
  return times;
}

await withDesk({ corpus: TICKETS, path: '/#/tickets/finished' }, async (desk) => {
  await desk.ready('tickets');
  const [paints, lists] = [[], []];
  for (let i = 0; i < STARTS; i += 1) {
    await desk.page.goto('about:blank');
    await desk.page.goto(`${desk.url}/#/tickets/finished`);
    await desk.ready('tickets');
    const [paint, list] = await desk.page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      performance.now(),
    ]);
    paints.push(paint);
    lists.push(list);
  }
  desk.complaints.length = 0;
  console.log(`${TICKETS} tickets; the search waits ${120} ms for the hand to rest, which is in its figure`);
  tell('first contentful paint', paints, 'goal 400');
  tell('list ready', lists, 'goal 600');

  // Everything that can be reached is here: the list is as long as it gets.
  for (let last = -1, now = 0; now !== last; ) {
    last = now;
    await desk.page.keyboard.press('End');
    await desk.page.waitForTimeout(400);
    now = await desk.page.evaluate(() => document.querySelector('[data-test=tickets]').scrollHeight);
  }
  const drawn = await desk.page.locator('[data-test=tickets] [role=row]').count();
  const rows = await desk.page.evaluate(() => {
    const list = document.querySelector('[data-test=tickets]');
    return Math.round(list.scrollHeight / list.querySelector('.row').offsetHeight);
  });
  console.log(`${rows} rows loaded, ${drawn} in the document`);
  tell('key → painted rows: up and down', await keyToRows(desk, ['ArrowUp', 'ArrowUp', 'ArrowDown'], 150), 'goal p95 50');
  tell('key → painted rows: page, home, end', await keyToRows(desk, ['PageUp', 'PageUp', 'Home', 'PageDown', 'End'], 100), 'goal p95 50');
  const words = ['lampione matteotti', 'rumori notturni', 'colombo giulia', 'buca'];
  tell('letter → suggestions answered', await letterToSuggestions(desk, words), 'goal p95 50 and the pause of 120');
});

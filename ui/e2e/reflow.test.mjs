/** A narrow window, and a text twice as large: nothing is cut, and nothing is read by scrolling in two directions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';
import { firstStart, tour } from './tour.mjs';

/** What scrolls sideways, is cut without an ellipsis, or hangs out of the window. Tables may scroll, as the rule says. */
function faults() {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const tell = (element, how) =>
    `${how}: <${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 50)}`;
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
  for (const element of [top, ...top.querySelectorAll('*')]) {
    if (element.closest('table, [role=grid], svg, .sr, .cut, select, input, textarea')) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.visibility === 'hidden' || box.width === 0) continue;
    const wide = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
    if (wide && ['auto', 'scroll'].includes(style.overflowX)) found.push(tell(element, 'scrolls sideways'));
    if (wide && ['hidden', 'clip'].includes(style.overflowX)) found.push(tell(element, 'cut'));
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (words && (box.right > innerWidth + 1 || box.left < -1)) found.push(tell(element, 'hangs out'));
  }
  return found;
}

const FITS = [
  ['640×512', [640, 512], 100],
  ['text at 200 %', [1366, 768], 200],
  ['text at 80 %', [1366, 768], 80],
];

for (const [name, [width, height], scale] of FITS) {
  test(`${name}: every screen and dialog`, () =>
    withDesk({}, async (desk) => {
      await desk.page.setViewportSize({ width, height });
      if (scale !== 100) await desk.looks({ scale });
      await tour(desk, async (place) => {
        await desk.shot(`${place}-${scale}-${width}`);
        assert.deepEqual(await desk.page.evaluate(faults), [], `${place}, ${name}`);
      });
    }));
}

test('640×512: the first start', () =>
  withDesk({ store: 'none' }, async (desk) => {
    await desk.page.setViewportSize({ width: 640, height: 512 });
    await firstStart(desk, async (place) => {
      await desk.shot(`${place}-640`);
      assert.deepEqual(await desk.page.evaluate(faults), [], place);
    });
  }));

test('rows of three heights, text by key from 80 to 200 %, found again after a restart', () =>
  withDesk({ path: '/#/tickets/open' }, async (desk) => {
    await desk.ready('tickets');
    const row = () => desk.page.evaluate(() => Math.round(document.querySelector('[data-test=tickets] .row').offsetHeight));
    const size = () => desk.page.evaluate(() => document.documentElement.style.fontSize);
    assert.equal(await row(), 28);
    for (const [density, height] of [['normal', 34], ['roomy', 40], ['compact', 28]]) {
      await desk.looks({ density });
      await desk.ready('tickets');
      assert.equal(await row(), height);
    }
    for (let i = 0; i < 9; i += 1) await desk.press('Control++');
    assert.equal(await size(), '200%');
    for (let i = 0; i < 9; i += 1) await desk.press('Control+-');
    assert.equal(await size(), '80%');
    await desk.page.waitForFunction(() => document.documentElement.dataset.looks === 'kept');
    await desk.restartHost();
    await desk.page.reload();
    await desk.ready('tickets');
    assert.equal(await size(), '80%');
    await desk.press('Control+0');
    assert.equal(await size(), '100%');
  }));

test('whoever asks for no motion gets none', () =>
  withDesk({}, async (desk) => {
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await tour(desk, async (place) => {
      const moving = await desk.page.evaluate(() =>
        document.getAnimations().filter((one) => one.effect.getTiming().duration > 10).length,
      );
      assert.equal(moving, 0, place);
    });
  }));

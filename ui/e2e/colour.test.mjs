/** Nothing is told by colour alone: seen without any colour, and with the system's colours only, all of it is there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';
import { tour } from './tour.mjs';

/** What has one of the colours that mean something, and neither words nor a shape to say the same. */
function silent() {
  const probe = document.body.appendChild(document.createElement('i'));
  const style = getComputedStyle(document.documentElement);
  const tones = ['--late', '--late-wash', '--soon', '--soon-wash', '--soon-edge', '--good', '--good-wash', '--good-edge'];
  const meant = new Map(
    tones.map((tone) => {
      probe.style.color = style.getPropertyValue(tone);
      return [getComputedStyle(probe).color, tone];
    }),
  );
  probe.remove();
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg, .sr') || element.getClientRects().length === 0) continue;
    const own = getComputedStyle(element);
    const around = getComputedStyle(element.parentElement);
    const worn = [own.color !== around.color && own.color, own.backgroundColor].find((colour) => colour && meant.has(colour));
    if (!worn) continue;
    const words = element.innerText?.trim() || element.labels?.[0]?.innerText || element.querySelector('svg, input');
    // A bar that fills is drawn beside the words it illustrates.
    const illustrates = element.closest('[role=presentation], [aria-hidden=true]')?.parentElement?.innerText.trim();
    if (!words && !illustrates) found.push(`${meant.get(worn)}: ${element.outerHTML.slice(0, 120)}`);
  }
  return found;
}

/** Chips that mean different things and have the same shape. */
function alike() {
  const tones = new Map();
  for (const chip of document.querySelectorAll('[data-test=due]')) {
    const shape = chip.querySelector('path')?.getAttribute('d');
    const tone = [...chip.classList].find((name) => ['late', 'soon', 'good'].includes(name));
    if (tone) tones.set(shape, (tones.get(shape) ?? new Set()).add(tone));
  }
  return [...tones].filter(([shape, meant]) => !shape || meant.size > 1).map(([, meant]) => [...meant].join(' = '));
}

/** In a list whose colours are taken away, the row that is selected: does an outline or an edge tell it? */
const selectedIsOutlined = () =>
  [...document.querySelectorAll('[aria-selected=true], [aria-current=page]')]
    .filter((element) => element.getClientRects().length > 0)
    .every((element) => {
      const style = getComputedStyle(element);
      const edges = [style.outlineStyle, style.borderInlineStartStyle, style.borderBlockEndStyle];
      const widths = [style.outlineWidth, style.borderInlineStartWidth, style.borderBlockEndWidth];
      return edges.some((edge, i) => edge !== 'none' && parseFloat(widths[i]) >= 2);
    });

test('without colours: every coloured thing has words or a shape', () =>
  withDesk({}, async (desk) => {
    await tour(desk, async (place) => {
      assert.deepEqual(await desk.page.evaluate(silent), [], place);
      assert.deepEqual(await desk.page.evaluate(alike), [], place);
      const session = await desk.context.newCDPSession(desk.page);
      await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
      await desk.shot(`${place}-grey`);
      await session.detach();
    });
  }));

test('with the system’s colours only: what is selected is still told apart', () =>
  withDesk({}, async (desk) => {
    await desk.page.emulateMedia({ forcedColors: 'active' });
    await tour(desk, async (place) => assert.ok(await desk.page.evaluate(selectedIsOutlined), place));
  }));

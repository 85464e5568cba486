/** Every screen and dialog, in every light and at twice the text: no fault that a machine can find. */
import { test } from 'node:test';
import { SIZES, withDesk } from './harness.mjs';
import { firstStart, tour } from './tour.mjs';

const LIGHTS = ['light', 'dark', 'forced'];

/** Takes the picture of a place at every size, for whoever reviews the looks. */
async function pictures(desk, name) {
  for (const [label, [width, height]] of Object.entries(SIZES)) {
    await desk.page.setViewportSize({ width, height });
    await desk.shot(`${name}-${label}`);
  }
  const [width, height] = SIZES.usual;
  await desk.page.setViewportSize({ width, height });
}

async function lit(desk, light, scale) {
  if (light === 'forced') await desk.page.emulateMedia({ forcedColors: 'active' });
  if (scale !== 100) await desk.looks({ scale });
}

for (const light of LIGHTS) {
  for (const scale of [100, 200]) {
    const name = `${light}, ${scale} %`;
    test(`axe: every screen and dialog, ${name}`, () =>
      withDesk({ scheme: light === 'dark' ? 'dark' : 'light' }, async (desk) => {
        await lit(desk, light, scale);
        await tour(desk, async (place) => {
          await desk.axe(`${place}, ${name}`);
          if (scale === 100 && light !== 'forced') await pictures(desk, `${place}-${light}`);
          else await desk.shot(`${place}-${light}-${scale}`);
        });
      }));
  }
  test(`axe: the first start, ${light}`, () =>
    withDesk({ store: 'none', scheme: light === 'dark' ? 'dark' : 'light' }, async (desk) => {
      await lit(desk, light, 100);
      await firstStart(desk, async (place) => {
        await desk.axe(`${place}, ${light}`);
        await desk.shot(`${place}-${light}`);
      });
    }));
}

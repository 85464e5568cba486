import { beforeEach, expect, it, vi } from 'vitest';
import type { Workstation } from './bindings';

vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn() }));
const root = document.documentElement;
const shown = () => [root.dataset.theme, root.dataset.density, root.style.fontSize];
const kept: Workstation[] = [];

async function fresh() {
  vi.resetModules();
  const { testHost } = await import('./test-host');
  testHost((_, request) => {
    const { workstation } = request as { workstation: Workstation };
    kept.push(workstation);
    return workstation;
  });
  const { looks } = await import('./appearance.svelte');
  looks.start();
  return looks;
}

beforeEach(() => {
  vi.useFakeTimers();
  kept.length = 0;
});

it('follows the system, rows compact and text as usual, until something is chosen', async () => {
  await fresh();
  expect(shown()).toEqual(['dark', 'compact', '100%']);
});

it('is shown at once and kept once, however often the key is pressed', async () => {
  const looks = await fresh();
  looks.choose({ theme: 'light', density: 'roomy' });
  looks.resize(1);
  looks.resize(1);
  expect(shown()).toEqual(['light', 'roomy', '130%']);
  await vi.advanceTimersByTimeAsync(500);
  expect(kept.map(({ scale, density }) => [scale, density])).toEqual([[130, 'roomy']]);
  expect(root.dataset.looks).toBe('kept');
});

it('does not go back to what the store has while a choice is on its way', async () => {
  const looks = await fresh();
  const before = looks.now;
  looks.choose({ scale: 150 });
  looks.take(before);
  expect(looks.now.scale).toBe(150);
  await vi.advanceTimersByTimeAsync(500);
  looks.take({ ...before, scale: 80 });
  expect(root.style.fontSize).toBe('80%');
});

it('goes from 80 to 200 by keys, no further, and back at once', async () => {
  const looks = await fresh();
  for (let i = 0; i < 9; i += 1) looks.resize(1);
  expect(looks.now.scale).toBe(200);
  for (let i = 0; i < 12; i += 1) looks.resize(-1);
  expect(looks.now.scale).toBe(80);
  looks.resize(0);
  expect(root.style.fontSize).toBe('100%');
});

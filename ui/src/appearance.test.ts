import { beforeEach, expect, it, vi } from 'vitest';

vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn() }));
const root = document.documentElement;
const fresh = async () => {
  vi.resetModules();
  const { looks } = await import('./appearance.svelte');
  looks.start();
  return looks;
};

beforeEach(() => localStorage.clear());

it('follows the system, rows compact and text as usual, until something is chosen', async () => {
  await fresh();
  expect([root.dataset.theme, root.dataset.density, root.style.fontSize]).toEqual(['dark', 'compact', '100%']);
});

it('is found again at the next start, and rubbish is not', async () => {
  (await fresh()).choose({ theme: 'light', density: 'roomy', scale: '150' });
  await fresh();
  expect([root.dataset.theme, root.dataset.density, root.style.fontSize]).toEqual(['light', 'roomy', '150%']);
  localStorage.setItem('appearance', '{');
  await fresh();
  expect(root.style.fontSize).toBe('100%');
});

it('goes from 80 to 200 by keys, no further, and back at once', async () => {
  const looks = await fresh();
  for (let i = 0; i < 9; i += 1) looks.resize(1);
  expect(looks.now.scale).toBe('200');
  for (let i = 0; i < 12; i += 1) looks.resize(-1);
  expect(looks.now.scale).toBe('80');
  looks.resize(0);
  expect(root.style.fontSize).toBe('100%');
});

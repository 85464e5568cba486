import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { privacy } from './privacy.svelte';
import { looks } from './appearance.svelte';
import { testHost } from './test-host';

let app: HTMLElement;
let stop: () => void;
const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  testHost(() => ({}));
  document.body.innerHTML = '<div id="app"><p>Rossi Maria</p><dialog open><input value="039 000"></dialog></div>';
  app = document.getElementById('app')!;
  app.querySelector('input')!.focus();
  stop = privacy.watch(app);
  looks.choose({ cover_after: 5, cover_hidden: true });
});

afterEach(() => {
  privacy.uncover(app);
  stop();
  vi.useRealTimers();
});

it('takes everything out of the document, and puts it back with its focus and its dialogs', () => {
  const [dialog, input] = [app.querySelector('dialog')!, app.querySelector('input')!];
  const shown = vi.spyOn(dialog, 'showModal');
  privacy.cover(app);
  expect([privacy.covered, document.body.textContent, document.querySelector('input')]).toEqual([true, '', null]);
  privacy.uncover(app);
  expect(privacy.covered).toBe(false);
  expect([shown.mock.calls.length, document.activeElement, input.value]).toEqual([1, input, '039 000']);
  expect(app.textContent).toContain('Rossi Maria');
});

it('covers by itself after the minutes chosen, counted from the last touch', () => {
  minutes(4);
  window.dispatchEvent(new Event('pointermove'));
  minutes(4.9);
  expect(privacy.covered).toBe(false);
  minutes(0.2);
  expect(privacy.covered).toBe(true);
});

it('never does when that was chosen', () => {
  looks.choose({ cover_after: 0 });
  minutes(600);
  expect(privacy.covered).toBe(false);
});

it('covers when the window is hidden, unless that was switched off', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  looks.choose({ cover_hidden: false });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(privacy.covered).toBe(false);
  looks.choose({ cover_hidden: true });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(privacy.covered).toBe(true);
  hidden.mockRestore();
});

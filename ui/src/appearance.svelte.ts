/**
 * How this workstation likes to see the desk: light or dark, how close the rows, how large the text, single-letter
 * keys, when the screen covers itself. The store keeps it, because the web engine of the window keeps nothing.
 */
import type { Density, Theme, Workstation } from './bindings';
import { ask, newId } from './door';
import { useLetters } from './keys';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
export const DENSITIES: readonly Density[] = ['compact', 'normal', 'roomy'];
/** Sizes of the text, in hundredths of the usual one. */
export const SCALES: readonly number[] = [80, 90, 100, 115, 130, 150, 175, 200];
/** Minutes without a touch after which the screen covers itself; 0 is never. */
export const COVER_AFTER: readonly number[] = [0, 1, 2, 5, 10, 15];

const USUAL: Workstation = {
  theme: 'system', density: 'compact', scale: 100, letters: true, cover_after: 5, cover_hidden: true,
};
/** Milliseconds without another choice before it is kept: a key held down is one choice. */
const PAUSE = 400;
const dark = matchMedia('(prefers-color-scheme: dark)');

class Looks {
  /** What is shown now. */
  now: Workstation = $state.raw(USUAL);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private chosen = 0;
  private kept = 0;

  /** Shows what the store keeps, unless something newer is on its way to it. */
  take(workstation: Workstation) {
    if (this.kept !== this.chosen) return;
    this.now = workstation;
    this.show();
  }

  /** Shows it at once, and keeps it. */
  choose(part: Partial<Workstation>) {
    this.now = { ...this.now, ...part };
    this.chosen += 1;
    this.show();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** The text one size larger or smaller, or the usual one. */
  resize(by: 1 | -1 | 0) {
    const at = SCALES.indexOf(this.now.scale) + by;
    this.choose({ scale: by === 0 ? USUAL.scale : (SCALES[Math.max(0, at)] ?? this.now.scale) });
  }

  /** Follows the system when it changes its mind. */
  start() {
    this.show();
    dark.addEventListener('change', () => this.show());
  }

  /** Before there is a store, and while it does not answer, a choice lives as long as the window. */
  private async keep() {
    const mine = this.chosen;
    try {
      await ask('workstation_save', { op: newId(), workstation: this.now });
      this.kept = mine;
    } catch {
      this.kept = this.chosen - 1;
    }
    this.show();
  }

  private show() {
    const { theme, density, scale, letters } = this.now;
    const { style, dataset } = document.documentElement;
    dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    dataset.density = density;
    dataset.looks = this.kept === this.chosen ? 'kept' : 'chosen';
    style.fontSize = `${scale}%`;
    useLetters(letters);
  }
}

export const looks = new Looks();

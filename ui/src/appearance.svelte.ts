/**
 * How this workstation likes to see the desk: light or dark, how close the rows, how large the text, single-letter
 * keys, when the screen covers itself. It stays on this computer, in the browser's own storage: it is about eyes and
 * hands and about where the screen stands, not about the municipality.
 */
import { useLetters } from './keys';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** Rows of 28, 34 and 40 pixels at the usual size of the text. */
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];
export const SCALES = ['80', '90', '100', '115', '130', '150', '175', '200'] as const;
export type Scale = (typeof SCALES)[number];

export const COVER_AFTER = [0, 1, 2, 5, 10, 15] as const;

export interface Appearance {
  theme: Theme;
  density: Density;
  scale: Scale;
  letters: boolean;
  /** Minutes without a touch after which the screen covers itself; 0 is never. */
  coverAfter: (typeof COVER_AFTER)[number];
  /** Whether it does so as well when the window is hidden. */
  coverHidden: boolean;
}

const PLACE = 'appearance';
const PLAIN: Appearance = {
  theme: 'system', density: 'compact', scale: '100', letters: true, coverAfter: 5, coverHidden: true,
};
const dark = matchMedia('(prefers-color-scheme: dark)');

class Looks {
  /** What is shown now. */
  now: Appearance = $state.raw(read());

  /** Shows it, and keeps it for the next time. */
  choose(chosen: Partial<Appearance>) {
    this.now = { ...this.now, ...chosen };
    localStorage.setItem(PLACE, JSON.stringify(this.now));
    this.show();
  }

  /** The text one size larger or smaller, or the usual one. */
  resize(by: 1 | -1 | 0) {
    const at = SCALES.indexOf(this.now.scale) + by;
    this.choose({ scale: by === 0 ? PLAIN.scale : (SCALES[Math.max(0, at)] ?? this.now.scale) });
  }

  /** Shows what was chosen, and follows the system when it changes its mind. */
  start() {
    this.show();
    dark.addEventListener('change', () => this.show());
  }

  private show() {
    const { theme, density, scale, letters } = this.now;
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset.density = density;
    root.style.fontSize = `${scale}%`;
    useLetters(letters);
  }
}

/** What was chosen on this computer; the system's own way when nothing was, or when it cannot be read. */
function read(): Appearance {
  try {
    return { ...PLAIN, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Appearance>) };
  } catch {
    return PLAIN;
  }
}

export const looks = new Looks();

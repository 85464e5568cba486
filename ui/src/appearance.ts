/**
 * How this workstation likes to see the desk: light or dark, the size of the text, single-letter keys. It stays on
 * this computer, in the browser's own storage: it is about eyes and hands, not about the municipality.
 */
import { useLetters } from './keys';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const SCALES = ['100', '115', '130', '150', '200'] as const;
export type Scale = (typeof SCALES)[number];

export interface Appearance {
  theme: Theme;
  scale: Scale;
  letters: boolean;
}

const PLACE = 'appearance';
const PLAIN: Appearance = { theme: 'system', scale: '100', letters: true };
const dark = matchMedia('(prefers-color-scheme: dark)');

/** What was chosen; the system's own way when nothing was, or when it cannot be read. */
export function readAppearance(): Appearance {
  try {
    return { ...PLAIN, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Appearance>) };
  } catch {
    return PLAIN;
  }
}

/** Shows it, and keeps it for the next time. */
export function chooseAppearance(chosen: Appearance) {
  localStorage.setItem(PLACE, JSON.stringify(chosen));
  show(chosen);
}

/** Shows what was chosen, and follows the system when it changes its mind. */
export function startAppearance() {
  show(readAppearance());
  dark.addEventListener('change', () => show(readAppearance()));
}

function show({ theme, scale, letters }: Appearance) {
  const root = document.documentElement;
  root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  root.style.fontSize = `${scale}%`;
  useLetters(letters);
}

/** The letterhead as it is typed, and how it becomes a request. Nothing is checked here: the backend does. */
import type { Letterhead, LetterheadText, LetterheadView } from '../bindings';

/** What is typed; every text stands there with the words it has now, the program's own where nobody wrote others. */
export interface LetterheadBody {
  municipality: string;
  lines: string;
  accent: string;
  pec: string;
  online_access: string;
  logo_alt: string;
  texts: Record<string, string>;
  /** The version it was read at. */
  version: number;
}

export function bodyOf({ letterhead, texts, version }: LetterheadView): LetterheadBody {
  return {
    municipality: letterhead.municipality ?? '',
    lines: letterhead.lines.join('\n'),
    accent: letterhead.accent ?? '',
    pec: letterhead.pec ?? '',
    online_access: letterhead.online_access ?? '',
    logo_alt: letterhead.logo_alt ?? '',
    texts: Object.fromEntries(texts.map(({ id, words }) => [id, letterhead.texts[id] ?? words])),
    version,
  };
}

export function letterheadOf({ municipality, lines, accent, pec, online_access, logo_alt, texts }: LetterheadBody): Letterhead {
  return {
    municipality: municipality || null,
    lines: lines.split('\n').filter((line) => line.trim() !== ''),
    accent: accent || null,
    pec: pec || null,
    online_access: online_access || null,
    logo_alt: logo_alt || null,
    texts: { ...texts },
  };
}

/** The kind of paper a text belongs to: the part of its id before the point. */
export const kindOf = (id: string) => id.split('.')[0]!;

/** The texts of each kind of paper, in the order they were given. */
export function byKind(texts: readonly LetterheadText[]): [string, LetterheadText[]][] {
  const kinds = new Map<string, LetterheadText[]>();
  for (const text of texts) kinds.set(kindOf(text.id), [...(kinds.get(kindOf(text.id)) ?? []), text]);
  return [...kinds];
}

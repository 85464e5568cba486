/** How words typed in a hurry find a command: any order, any case, no accents, letters may be missing. */

/** Text without what nobody types when in a hurry: case, accents, apostrophes, signs. */
const fold = (text: string) =>
  text.normalize('NFD').replace(/[\p{M}'’`]/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** How far `typed` is from `text`, both folded: 0 starts a word, 1 is inside one, 2 is letters in order; null is not. */
function distance(typed: string, text: string): number | null {
  const at = text.indexOf(typed);
  if (at >= 0) return ` ${text}`.includes(` ${typed}`) ? 0 : 1;
  let from = 0;
  for (const letter of typed) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return null;
  }
  return 2;
}

/** Those of `all` whose text has every word of `typed`, the nearest first; all of them when nothing is typed. */
export function nearest<T>(typed: string, all: readonly T[], textOf: (one: T) => string): T[] {
  const words = fold(typed).split(' ').filter(Boolean);
  const ranked = all.flatMap((one) => {
    const text = fold(textOf(one));
    const distances = words.map((word) => distance(word, text));
    if (distances.includes(null)) return [];
    return [{ one, far: distances.reduce<number>((sum, each) => sum + each!, 0) }];
  });
  return ranked.sort((a, b) => a.far - b.far).map(({ one }) => one);
}

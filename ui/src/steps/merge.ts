/**
 * Two people, one record. What only one of them changed is kept as it is, from either side; what both changed differently
 * is a clash, and the person at the keyboard says what stays. Nothing is decided by who was quicker.
 */

export interface Clash<Body> {
  field: keyof Body & string;
  mine: Body[keyof Body];
  theirs: Body[keyof Body];
}

export interface Merged<Body> {
  body: Body;
  /** What both changed. */
  clashes: Clash<Body>[];
  /** What only the other changed, taken over. */
  taken: (keyof Body & string)[];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Merges what is typed with what was saved meanwhile; `base` is what both started from. */
export function merge<Body extends object>(
  base: Body,
  mine: Body,
  theirs: Body,
  fields: readonly (keyof Body & string)[],
): Merged<Body> {
  const body = { ...mine };
  const merged: Merged<Body> = { body, clashes: [], taken: [] };
  for (const field of fields) {
    if (same(mine[field], theirs[field]) || same(theirs[field], base[field])) continue;
    if (same(mine[field], base[field])) {
      body[field] = theirs[field];
      merged.taken.push(field);
    } else {
      merged.clashes.push({ field, mine: mine[field], theirs: theirs[field] });
    }
  }
  return merged;
}

/** Both texts in one, theirs first, as nobody's words are left out. */
export const both = (mine: string, theirs: string) =>
  [theirs, mine].map((text) => text.trim()).filter(Boolean).join('\n');

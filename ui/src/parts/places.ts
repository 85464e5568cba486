/** Where each list was left, for as long as the program runs: whoever comes back goes on from there. */

export interface Place {
  /** Pixels scrolled. */
  scrolled: number;
  /** The row that was selected. */
  selected: string | null;
  /** Rows that had been reached. */
  reached: number;
}

const places = new Map<string, Place>();

/** Where the list of this name was left; its beginning, the first time. */
export const placeOf = (list: string): Place => places.get(list) ?? { scrolled: 0, selected: null, reached: 0 };

/** Notes where a list is now. */
export function keepPlace(list: string, now: Partial<Place>) {
  places.set(list, { ...placeOf(list), ...now });
}

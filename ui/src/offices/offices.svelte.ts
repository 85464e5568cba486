/** The directory: all of it as a tree, or the offices that answer a need, best first. */
import type { Office, OfficeId } from '../bindings';
import { ask, DeskFailure } from '../door';

/** A line of the directory. */
export interface OfficeLine {
  id: OfficeId;
  office: Office;
  /** How deep it lies in the tree; 0 while searching. */
  depth: number;
  /** The words of its card that matched. */
  matched: string | null;
  /** It is what the office does not do. */
  notHere: boolean;
}

class Directory {
  all = $state.raw<Office[]>([]);
  lines = $state.raw<OfficeLine[]>([]);
  text = $state('');
  loaded = $state(false);
  trouble = $state.raw<DeskFailure | null>(null);
  private asked = 0;

  /** Reads the directory for what is typed. */
  async read() {
    const mine = ++this.asked;
    const text = this.text.trim();
    try {
      const { offices } = await ask('offices', {});
      const hits = text ? await ask('offices_find', { text }) : null;
      if (mine !== this.asked) return;
      this.all = offices;
      this.lines = hits
        ? hits.map(({ office, matched, not_here }) => ({ id: office.id, office, depth: 0, matched, notHere: not_here }))
        : tree(offices);
      [this.loaded, this.trouble] = [true, null];
    } catch (failure) {
      if (mine === this.asked) this.trouble = failure as DeskFailure;
    }
  }

  find(id: OfficeId | null): Office | undefined {
    return this.all.find((office) => office.id === id);
  }
}

export const directory = new Directory();

/** Each office after the one it is part of. An office whose parent is gone stands at the first level. */
export function tree(offices: readonly Office[]): OfficeLine[] {
  const known = new Set(offices.map(({ id }) => id));
  const below = (parent: OfficeId | null, depth: number): OfficeLine[] =>
    offices
      .filter(({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : null) === parent)
      .flatMap((office) => [
        { id: office.id, office, depth, matched: null, notHere: false },
        ...below(office.id, depth + 1),
      ]);
  return below(null, 0);
}

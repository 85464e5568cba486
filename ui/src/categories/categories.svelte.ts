/** What matters are about, as the desk keeps it: areas and what is in them. */
import type { Category, CategoryId } from '../bindings';
import { ask, DeskFailure } from '../door';

/** Letters as they are compared: without accents and capitals. */
export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A category of the list, with its area and the word of it that was looked for. */
export interface CategoryLine {
  id: CategoryId;
  category: Category;
  area: string;
  matched: string | null;
}

class Matters {
  all = $state.raw<Category[]>([]);
  loaded = $state(false);
  trouble = $state.raw<DeskFailure | null>(null);

  async read() {
    try {
      this.all = (await ask('categories', {})).categories;
      [this.loaded, this.trouble] = [true, null];
    } catch (failure) {
      this.trouble = failure as DeskFailure;
    }
  }

  get areas(): Category[] {
    return this.all.filter(({ parent_id }) => parent_id === null);
  }

  find(id: CategoryId | null): Category | undefined {
    return this.all.find((category) => category.id === id);
  }

  /** Each area with what is in it; with words, only what has them in its name or among its synonyms. */
  lines(text = ''): CategoryLine[] {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const has = (line: string) => words.every((word) => ` ${plain(line)}`.includes(` ${word}`));
    return this.areas.flatMap((area) => {
      const inside = this.all.filter(({ parent_id }) => parent_id === area.id);
      return [area, ...inside].flatMap((category) => {
        const matched = has(category.name) ? category.name : category.synonyms.find(has);
        return words.length > 0 && matched === undefined
          ? []
          : [{ id: category.id, category, area: area.name, matched: words.length > 0 ? matched! : null }];
      });
    });
  }

  /** The categories that can be given to a ticket. */
  offered(text: string): CategoryLine[] {
    const retired = new Set(this.areas.filter((area) => area.retired).map(({ id }) => id));
    return this.lines(text).filter(
      ({ category }) => category.parent_id !== null && !category.retired && !retired.has(category.parent_id),
    );
  }
}

export const matters = new Matters();

/** Lists of one's own beside the fixed ones: kept filters, and the filter that is shown now. */
import type { TicketFilter, ViewLine } from '../bindings';
import { ask } from '../door';

/** A filter that is shown in place of a fixed list. */
export interface Shown {
  /** What its place is remembered by. */
  key: string;
  name: string;
  filter: TicketFilter;
  /** Words that were looked for, in place of a filter. */
  text?: string;
  /** The kept list it is, if it is one. */
  view?: ViewLine;
}

/** A filter that asks nothing: the open ones, the most urgent first. */
export const BLANK: TicketFilter = {
  base: 'open', order: 'due', kinds: [], channels: [], states: [], office_id: null, category_id: null, tag_id: null, place: null,
  operator: null, presented_from: null, presented_to: null, due: null, due_from: null, due_to: null,
};

class Lists {
  kept = $state.raw<ViewLine[]>([]);
  shown = $state.raw<Shown | null>(null);

  async load() {
    this.keep(await ask('views', {}));
  }

  keep(views: ViewLine[]) {
    this.kept = views;
    const still = views.find(({ id }) => id === this.shown?.view?.id);
    if (this.shown?.view) this.shown = still ? shownOf(still) : null;
  }
}

export const shownOf = (view: ViewLine): Shown => ({
  key: `view-${view.id}`, name: view.name, filter: view.filter, view,
});

export const lists = new Lists();

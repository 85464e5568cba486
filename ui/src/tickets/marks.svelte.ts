/** The tickets chosen in a list to do one thing to all of them. */
import type { TicketId, TicketLine } from '../bindings';

class Marks {
  ids = $state.raw<ReadonlySet<TicketId>>(new Set());

  has(id: TicketId) {
    return this.ids.has(id);
  }

  toggle(id: TicketId) {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.ids = ids;
  }

  add(...more: TicketId[]) {
    this.ids = new Set([...this.ids, ...more]);
  }

  all(rows: readonly TicketLine[]) {
    this.ids = new Set(rows.map(({ id }) => id));
  }

  clear() {
    if (this.ids.size > 0) this.ids = new Set();
  }
}

export const marks = new Marks();

/** What was looked at last. It has names in it, so it lives as long as the program does and is written nowhere. */
import type { CitizenId, TicketId } from './bindings';

export type Recent = { kind: 'ticket'; id: TicketId; name: string } | { kind: 'citizen'; id: CitizenId; name: string };

/** How many are remembered. */
const MOST = 12;

class Recents {
  list = $state.raw<readonly Recent[]>([]);

  /** Notes that something was looked at. */
  note(seen: Recent) {
    this.list = [seen, ...this.list.filter(({ id }) => id !== seen.id)].slice(0, MOST);
  }
}

export const recents = new Recents();

/** The desk as the frame of the window knows it: what the program says of itself, the counts of the day, the screen. */
import type { Agenda, Status } from './bindings';
import { ask, DeskFailure } from './door';
import { readRoute, writeRoute, type Route } from './route';

/** Milliseconds after which a hand rests. */
const REST = 400;

class Desk {
  status = $state.raw<Status | null>(null);
  agenda = $state.raw<Agenda | null>(null);
  /** Why the state of the program cannot be read. */
  trouble = $state.raw<DeskFailure | null>(null);
  route = $state.raw<Route>(readRoute(location.hash));
  /** Grows with everything that is saved, so that lists know when to read again. */
  changes = $state(0);
  private address: ReturnType<typeof setTimeout> | undefined;

  /** The civil day in Italy; it comes from the backend, like every date that counts. */
  get today(): string {
    return this.status?.today ?? '';
  }

  async load() {
    try {
      this.status = await ask('status', {});
      this.trouble = null;
    } catch (failure) {
      this.trouble = failure as DeskFailure;
    }
  }

  /** Reads the work of the day again. A failure leaves the last counts: the lists tell it by themselves. */
  async count() {
    try {
      this.agenda = await ask('agenda', {});
      this.trouble = null;
    } catch (failure) {
      this.trouble = failure as DeskFailure;
    }
  }

  /** Something was saved: what is shown may be old. */
  changed() {
    this.changes += 1;
    void this.count();
  }

  /**
   * Shows a place. Within a screen its address is written when the hand rests, because engines refuse to write it a
   * hundred times a minute; another screen is written at once.
   */
  go(route: Route) {
    const rest = route.screen === this.route.screen ? REST : 0;
    this.route = route;
    clearTimeout(this.address);
    const write = () => history.replaceState(null, '', writeRoute(route));
    if (rest) this.address = setTimeout(write, rest);
    else write();
  }
}

export const desk = new Desk();

/** The list on the screen and the ticket beside it. One answer may come late: what was asked last wins. */
import type { TicketDetail, TicketId, TicketLine, TicketView, Tickets as Page } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, DeskFailure } from '../door';
import { keepPlace, placeOf } from '../parts/places';
import { lists } from './lists.svelte';
import { marks } from './marks.svelte';
import { recents } from '../recent.svelte';

/** Rows of a page, of the longest page the backend gives, and the most that are read again at once. */
const PAGE = 100;
const LONGEST = 500;
const MOST = 3000;
/** Milliseconds a row must stay selected before its ticket is read, so that a held key does not read a hundred. */
const SETTLE = 60;

/** Those of `rows` that are not among `others`. */
function unlike(rows: readonly TicketLine[], others: readonly TicketLine[]): TicketLine[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

/** What a list is asked with. */
const asked = (view: TicketView) => ({
  view, filter: lists.shown?.text ? null : (lists.shown?.filter ?? null), text: lists.shown?.text ?? null,
});

class Tickets {
  view: TicketView = $state('open');
  /** The list that is shown: a fixed one, or a filter. */
  key: string = $state('open');
  rows = $state.raw<TicketLine[]>([]);
  next: string | null = $state(null);
  loaded = $state(false);
  selected: TicketId | null = $state(null);
  detail = $state.raw<TicketDetail | null>(null);
  trouble = $state.raw<DeskFailure | null>(null);
  private listAsked = 0;
  private detailAsked = 0;
  private fetching = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads a list; the same one again keeps the rows that were reached and the selection. */
  async read(view: TicketView) {
    const mine = ++this.listAsked;
    const key = lists.shown?.key ?? view;
    const again = key === this.key && this.loaded;
    if (!again) {
      this.loaded = false;
      // A row of the other list may still be waiting to be read.
      clearTimeout(this.timer);
    }
    [this.view, this.key] = [view, key];
    const place = placeOf(key);
    const wanted = Math.min(MOST, Math.max(PAGE, place.reached));
    try {
      let rows: TicketLine[] = [];
      let after: string | null = null;
      do {
        const limit = Math.min(LONGEST, wanted - rows.length);
        const page: Page = await ask('tickets', { ...asked(view), after, limit });
        if (mine !== this.listAsked) return;
        rows.push(...page.rows);
        after = page.next;
      } while (after && rows.length < wanted);
      // Of a list followed very far down the rest stays for a moment as it was, and is then read again too.
      const rest = again && after ? this.rows.slice(rows.length) : [];
      const shown = rest.length ? [...rows, ...unlike(rest, rows)] : rows;
      [this.rows, this.next, this.loaded, this.trouble] = [shown, rest.length ? this.next : after, true, null];
      keepPlace(key, { reached: shown.length });
      if (rest.length) void this.readRest(mine, view, rows, after);
      const back = rows.find(({ id }) => id === place.selected) ?? rows[0];
      if (!this.selected && back) this.select(back.id);
    } catch (failure) {
      if (mine === this.listAsked) this.trouble = failure as DeskFailure;
    }
  }

  /** The rows below those that are read at once: in pages, behind the back of whoever is working, then all in one. */
  private async readRest(mine: number, view: TicketView, rows: TicketLine[], from: string | null) {
    let after = from;
    try {
      while (after && rows.length < this.rows.length) {
        const page: Page = await ask('tickets', { ...asked(view), after, limit: LONGEST });
        if (mine !== this.listAsked) return;
        rows = [...rows, ...page.rows];
        after = page.next;
      }
      [this.rows, this.next] = [rows, after];
      keepPlace(this.key, { reached: rows.length });
    } catch {
      // What is shown stays; the next change reads it again.
    }
  }

  /** Another filter is shown, or none: nothing of the list before is kept. */
  async turned() {
    this.selected = null;
    this.loaded = false;
    marks.clear();
    await this.read(this.view);
  }

  /** Chooses the row that is selected and the one beside it, and goes on there. */
  extend(by: 1 | -1) {
    if (this.selected) marks.add(this.selected);
    this.step(by);
    if (this.selected) marks.add(this.selected);
  }

  /** Reads the rows that follow. What comes after the list was read again follows rows that are gone: it is asked anew. */
  async more() {
    if (this.fetching || !this.next) return;
    this.fetching = true;
    const [mine, after] = [this.listAsked, this.next];
    let late = false;
    try {
      const page = await ask('tickets', { ...asked(this.view), after, limit: LONGEST });
      late = mine !== this.listAsked || after !== this.next;
      if (late) return;
      [this.rows, this.next] = [[...this.rows, ...page.rows], page.next];
      keepPlace(this.key, { reached: this.rows.length });
    } catch (failure) {
      this.trouble = failure as DeskFailure;
    } finally {
      this.fetching = false;
      if (late) void this.more();
    }
  }

  /** Moves the selection; the ticket itself is read when the selection rests. */
  select(id: TicketId) {
    if (id === this.selected && this.detail?.id === id) return;
    this.selected = id;
    keepPlace(this.key, { selected: id });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.open(id), this.detail ? SETTLE : 0);
    // A list that comes late takes nobody back from where they went meanwhile.
    if (desk.route.screen === 'tickets') desk.go({ screen: 'tickets', view: this.view, ticket: id });
  }

  /** Reads a ticket, whether or not it is in the list. */
  async open(id: TicketId) {
    clearTimeout(this.timer);
    const mine = ++this.detailAsked;
    this.selected = id;
    try {
      const detail = await ask('ticket', { id });
      if (mine !== this.detailAsked) return;
      [this.detail, this.trouble] = [detail, null];
      recents.note({ kind: 'ticket', id, name: `${detail.number} · ${detail.subject}` });
    } catch (failure) {
      if (mine === this.detailAsked) [this.detail, this.trouble] = [null, failure as DeskFailure];
    }
  }

  /** Shows a ticket as a step has left it. */
  show(detail: TicketDetail) {
    this.detailAsked += 1;
    if (this.selected === detail.id || this.detail?.id === detail.id) this.detail = detail;
  }

  /** The selection moved by keys while the focus is elsewhere; rows that went away leave their place to the next. */
  step(by: 1 | -1) {
    const at = this.rows.findIndex(({ id }) => id === this.selected);
    const to = at < 0 ? 0 : Math.min(this.rows.length - 1, Math.max(0, at + by));
    const row = this.rows[to];
    if (row) this.select(row.id);
  }
}

export const tickets = new Tickets();

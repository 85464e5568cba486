/**
 * Several people at once. Every few seconds the window asks whether anybody saved something and who else has the same
 * records open; every twenty it says what it has open itself. Neither touches the register, and a minute of silence is a
 * goodbye.
 */
import { onDestroy } from 'svelte';
import type { OpenRecord, Other, SessionId, Subject } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, newId } from '../door';
import { tickets } from '../tickets/tickets.svelte';

/** Milliseconds between two looks, two signs of life, and two readings of the day even if nobody saves. */
export const LOOK = 4_000;
export const SIGN = 20_000;
const HOUR = 3_600_000;

/** A record by name, however its parts are ordered. */
const nameOf = (subject: Subject) => `${subject.record}:${'id' in subject ? subject.id : ''}`;

export class Presence {
  readonly session: SessionId = newId();
  others = $state.raw<readonly Other[]>([]);
  private open: readonly OpenRecord[] = [];
  private seq: number | undefined;
  private today = '';
  private told = '';
  private toldAt = -SIGN;
  private readAt = Date.now();
  private looking = false;

  /** Something is open in this window, until the answer is called. */
  watch(record: OpenRecord): () => void {
    this.open = [...this.open, record];
    void this.look();
    return () => {
      this.open = this.open.filter((other) => other !== record);
      void this.look();
    };
  }

  /** Who else has a record open, whoever is changing it first. */
  of(subject: Subject): readonly Other[] {
    return this.others.filter((other) => nameOf(other.subject) === nameOf(subject));
  }

  /** Says what is open, when that is new or old enough; then looks around. A failure is left for the next time. */
  async look(now = Date.now()): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.tell(now);
      const subjects = this.open.map(({ subject }) => subject);
      const { seq, today, others } = await ask('changes', { session: this.session, subjects });
      if (JSON.stringify(others) !== JSON.stringify(this.others)) this.others = others;
      const moved = this.seq !== undefined && (seq !== this.seq || today !== this.today);
      const old = now - this.readAt > HOUR;
      [this.seq, this.today] = [seq, today];
      if (moved || old) this.refresh(now);
    } catch {
      // The frame tells when the program does not answer; there is nothing to add here.
    } finally {
      this.looking = false;
    }
  }

  /** Goodbye: what was open here is no longer. */
  leave() {
    this.open = [];
    void ask('presence', { session: this.session, open: [] }).catch(() => undefined);
  }

  private async tell(now: number) {
    const text = JSON.stringify(this.open);
    const due = this.open.length > 0 && now - this.toldAt >= SIGN;
    if (text === this.told || (this.told === '' && this.open.length === 0)) if (!due) return;
    await ask('presence', { session: this.session, open: [...this.open] });
    [this.told, this.toldAt] = [text, now];
  }

  /** Somebody saved: the lists and the ticket on the screen are read again. What is being typed is left alone. */
  private refresh(now: number) {
    this.readAt = now;
    desk.changed();
    if (desk.route.screen === 'tickets' && tickets.selected) void tickets.open(tickets.selected);
  }
}

export const presence = new Presence();

/** Looks around for as long as the desk is open; the answer stops it. */
export function lookAround(): () => void {
  const timer = setInterval(() => document.hidden || void presence.look(), LOOK);
  const leave = () => presence.leave();
  addEventListener('pagehide', leave);
  return () => (clearInterval(timer), removeEventListener('pagehide', leave), leave());
}

/** Lets a component say what it has open while it is shown; none while there is nothing. */
export function useOpen(record: () => OpenRecord | null) {
  let stop: (() => void) | undefined;
  let last = '';
  $effect(() => {
    const now = record();
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    stop?.();
    stop = now ? presence.watch(now) : undefined;
  });
  onDestroy(() => stop?.());
}

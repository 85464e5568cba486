/**
 * What is being typed, kept while it is typed. A draft is on the disk at most 0.7 seconds after the last key, at once
 * when the attention goes elsewhere, in order, one save at a time; "bozza salvata" is said only after the answer.
 */
import { onDestroy, untrack } from 'svelte';
import type { DraftId, DraftView } from './bindings';
import { ask, newId } from './door';
import { PLAIN_KINDS } from './steps/plain';

/** The screens that keep drafts. */
export const DRAFT_KINDS = [
  'intake', 'contact', 'callback', 'transfer', 'accept', 'outcome', 'send_back', 'reply', 'remind', 'interim', 'note',
  'void', 'person', 'protocol', 'unattach', 'tag', 'bulk', 'citizen', 'referral', 'shift_note', 'office', 'category',
  'change_kind', 'follow_up', 'settings', 'office_import', 'letterhead', 'arrange', 'form',
  'bounce', 'suspend', 'merge_ticket', 'link', 'join_event', 'reply_event', ...PLAIN_KINDS,
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What the screen may say about a draft. */
export type Keeping = 'blank' | 'typing' | 'saved' | 'unsaved';

/** Milliseconds without a key before a save, the longest wait while keys keep coming, and before trying again. */
export const PAUSE = 600;
export const LONGEST = 2000;
export const RETRY = 2000;

/** The drafts that wait, as far as this screen knows: read at the start, then kept up by every save. */
class Tray {
  list = $state.raw<DraftView[]>([]);
  /** Those that somebody is typing in at this moment. */
  private open = $state.raw<readonly DraftId[]>([]);

  /** Those that nobody is typing in. */
  get waiting(): DraftView[] {
    return this.list.filter(({ id }) => !this.open.includes(id));
  }

  /** Somebody types in a draft, until the answer is called. */
  take(id: DraftId): () => void {
    this.open = [...this.open, id];
    return () => void (this.open = this.open.filter((other) => other !== id));
  }

  async load() {
    this.list = await ask('drafts', {});
  }

  /** The draft of a screen about one ticket or office, if one was left. */
  find(kind: DraftKind, about: string): DraftView | undefined {
    return this.list.find((draft) => draft.kind === kind && aboutOf(draft) === about);
  }

  put(draft: DraftView) {
    this.list = [draft, ...this.list.filter(({ id }) => id !== draft.id)];
  }

  drop(id: DraftId) {
    this.list = this.list.filter((draft) => draft.id !== id);
  }
}

export const tray = new Tray();

/** What a draft is about: every body that belongs to something carries its id as `about`. */
export function aboutOf(draft: DraftView): string | null {
  const body = draft.body;
  return typeof body === 'object' && body !== null && 'about' in body ? String(body.about) : null;
}

/** The drafts somebody is typing in. */
const live = new Set<Draft<object>>();

/** Saves at once whatever is being typed, on every screen that is open. */
export const keepDrafts = () => Promise.all([...live].map((draft) => draft.flush()));

export class Draft<Body extends object> {
  readonly id: DraftId;
  body: Body = $state()!;
  keeping: Keeping = $state('blank');
  private blank: string;
  private latest: string;
  private kept: string;
  private waitingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flight: Promise<void> | undefined;
  private urgent = false;
  private held = false;

  constructor(
    readonly kind: DraftKind,
    blank: Body,
    resumed?: DraftView,
    start?: Partial<Body>,
  ) {
    this.id = resumed?.id ?? newId();
    // A draft of an older program may lack a field: what is missing is blank.
    this.body = { ...blank, ...start, ...(resumed?.body as Partial<Body> | undefined) };
    this.blank = JSON.stringify(blank);
    this.latest = JSON.stringify(this.body);
    this.kept = resumed ? this.latest : this.blank;
    this.keeping = resumed ? 'saved' : 'blank';
    if (this.latest !== this.kept) this.schedule();
  }

  /** Notes that the body reads `text` now; to be told of every change. */
  changed(text: string) {
    if (text === this.latest) return;
    this.latest = text;
    this.schedule();
  }

  /** Saves at once what is not saved yet; true when nothing is left to save. */
  async flush(): Promise<boolean> {
    this.urgent = true;
    await this.send();
    return this.latest === this.kept;
  }

  /** Before the record is saved: waits for the save in flight and sends no more, so that none comes after. */
  async hold() {
    this.held = true;
    clearTimeout(this.timer);
    await this.flight;
  }

  /** The record was not saved: the draft is needed again. */
  release() {
    this.held = false;
    if (this.latest !== this.kept) this.schedule();
  }

  /** The record is saved, and its draft went with it. */
  done() {
    tray.drop(this.id);
  }

  /** What stands in the body now is saved elsewhere: from here on it is what is not worth keeping. */
  startAgain() {
    this.blank = this.latest = this.kept = JSON.stringify(this.body);
    [this.keeping, this.held] = ['blank', false];
  }

  /** Throws away what was typed. */
  async discard() {
    await this.hold();
    if (this.kept !== this.blank) {
      try {
        await ask('draft_discard', { id: this.id });
      } catch (failure) {
        this.release();
        throw failure;
      }
    }
    this.done();
  }

  private schedule() {
    if (this.held) return;
    this.keeping = 'typing';
    this.waitingSince ||= Date.now();
    const left = this.waitingSince + LONGEST - Date.now();
    this.wait(Math.max(0, Math.min(PAUSE, left)));
  }

  private wait(milliseconds: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  /** One save at a time: whoever comes during a save waits for it, and what changed meanwhile follows it. */
  private send(): Promise<void> {
    clearTimeout(this.timer);
    this.flight ??= this.save().finally(() => (this.flight = undefined));
    return this.flight;
  }

  private async save() {
    while (!this.held && this.latest !== this.kept) {
      const text = this.latest;
      this.waitingSince = 0;
      try {
        await this.keep(text);
      } catch {
        this.keeping = 'unsaved';
        if (!this.held) this.wait(RETRY);
        break;
      }
      this.kept = text;
      if (this.latest === text) this.keeping = text === this.blank ? 'blank' : 'saved';
      else if (!this.urgent) return this.schedule();
    }
    this.urgent = false;
  }

  private async keep(text: string) {
    if (text === this.blank) {
      await ask('draft_discard', { id: this.id });
      tray.drop(this.id);
      return;
    }
    const body: unknown = JSON.parse(text);
    await ask('draft_save', { id: this.id, kind: this.kind, body });
    tray.put({ id: this.id, kind: this.kind, body, updated_at: new Date().toISOString() });
  }
}

/**
 * The draft of a component: watched while it is shown, flushed whenever the attention goes elsewhere. `blank` is what
 * is not worth keeping, `resumed` a draft that waited, `start` what another screen typed already.
 */
export function useDraft<Body extends object>(
  kind: DraftKind,
  blank: Body,
  resumed?: DraftView,
  start?: Partial<Body>,
): Draft<Body> {
  const draft = new Draft(kind, blank, resumed, start);
  $effect(() => {
    const text = JSON.stringify(draft.body);
    untrack(() => draft.changed(text));
  });
  $effect(() => {
    const flush = () => void draft.flush();
    const moments: [EventTarget, string][] = [
      [window, 'blur'], [window, 'pagehide'], [document, 'visibilitychange'], [document, 'focusout'],
    ];
    moments.forEach(([target, name]) => target.addEventListener(name, flush));
    return () => moments.forEach(([target, name]) => target.removeEventListener(name, flush));
  });
  const letGo = untrack(() => tray.take(draft.id));
  live.add(draft);
  onDestroy(() => {
    void draft.flush();
    live.delete(draft);
    letGo();
  });
  return draft;
}

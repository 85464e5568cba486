/** One step of a ticket: the ticket as it was read, the words typed, and what to do when somebody else was quicker. */
import { tick } from 'svelte';
import type { DraftId, DraftView, EntryId, OpId, TicketDetail, TicketId } from '../bindings';
import { desk } from '../desk.svelte';
import type { StepKind } from '../dialogs.svelte';
import { ask, DeskFailure, newId } from '../door';
import { useDraft } from '../drafts.svelte';
import { tickets } from '../tickets/tickets.svelte';
import { takeBack } from '../tickets/undo';
import { toasts } from '../toasts.svelte';
import { t } from '../words';
import { Saving, toFirstFault } from './saving.svelte';

/** The fields of a step that hold words somebody thought about. */
const WORDS = ['text', 'question', 'promise', 'reason', 'case_officer', 'recipient'];

/** What every step keeps of the ticket it is about. */
export interface About {
  about: TicketId;
  number: string;
}

/** What every request of a step carries. */
export interface Base {
  op: OpId;
  id: TicketId;
  version: number;
  draft_id: DraftId;
}

export interface StepProps {
  ticket: TicketDetail;
  draft?: DraftView | undefined;
  close: () => void;
}

export class Step<Body extends object> extends Saving<Body & About> {
  ticket = $state.raw() as TicketDetail;
  /** Whether somebody changed the ticket after it was read here. */
  overtaken = $state(false);
  /** The lines of the timeline that were there when the step was begun. */
  readonly known: readonly EntryId[];
  private readonly noteOp: OpId = newId();

  constructor(
    kind: StepKind,
    blank: Body,
    private readonly props: StepProps,
  ) {
    const about = { about: props.ticket.id, number: props.ticket.number };
    super(useDraft(kind, { ...blank, ...about }, props.draft));
    this.ticket = props.ticket;
    this.known = props.ticket.entries.map(({ id }) => id);
  }

  get body(): Body {
    return this.draft.body;
  }

  /** Sends the step, then shows the ticket as it stands and closes. */
  async save(send: (base: Base) => Promise<TicketDetail>, said: (ticket: TicketDetail) => string) {
    const { id, version } = this.ticket;
    const done = await this.run(() => send({ op: this.op, id, version, draft_id: this.draft.id }));
    if (!done) return this.failed();
    tickets.show(done);
    toasts.done(said(done), takeBack(done));
    desk.changed();
    this.props.close();
  }

  /** What is typed here, in words: everything that would be missed. */
  get typed(): string[] {
    const { about, number, ...body } = this.draft.body;
    return Object.entries(body).flatMap(([field, value]) =>
      typeof value === 'string' && WORDS.includes(field) && value.trim() ? [value] : [],
    );
  }

  /** What cannot be done any more is kept all the same: the words become a note for the municipality. */
  async keepAsNote() {
    const text = this.typed.join('\n\n');
    const { id } = this.ticket;
    const done = await this.run(() =>
      ask('ticket_note', { op: this.noteOp, id, version: null, draft_id: this.draft.id, text }),
    );
    if (!done) return;
    tickets.show(done);
    toasts.done(t.conflict.asNoteDone);
    desk.changed();
    this.props.close();
  }

  /** Another window was quicker: what it did is read and shown, what is typed here stays. */
  private async failed() {
    if (this.trouble?.code === 'conflict') {
      this.overtaken = true;
      try {
        this.ticket = await ask('ticket', { id: this.ticket.id });
        tickets.show(this.ticket);
      } catch (failure) {
        this.trouble = failure as DeskFailure;
      }
    }
    await tick();
    toFirstFault();
  }
}

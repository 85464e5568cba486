/** One step of a ticket: the ticket as it was read, the words typed, and what to do when somebody else was quicker. */
import { tick } from 'svelte';
import type { DraftId, DraftView, OpId, TicketDetail, TicketId } from '../bindings';
import { desk } from '../desk.svelte';
import type { StepKind } from '../dialogs.svelte';
import { ask, DeskFailure } from '../door';
import { useDraft } from '../drafts.svelte';
import { tickets } from '../tickets/tickets.svelte';
import { toasts } from '../toasts.svelte';
import { Saving, toFirstFault } from './saving.svelte';

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

  constructor(
    kind: StepKind,
    blank: Body,
    private readonly props: StepProps,
  ) {
    const about = { about: props.ticket.id, number: props.ticket.number };
    super(useDraft(kind, { ...blank, ...about }, props.draft));
    this.ticket = props.ticket;
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
    toasts.done(said(done));
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

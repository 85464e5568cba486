/** Which dialogs are open, one over the other: a call may interrupt anything, and nothing typed below it is lost. */
import type { AttachmentLine, CallbackLine, Category, Citizen, CitizenId, DocumentAsked, DraftView, KeptForm, Office, TicketDetail, TicketId } from './bindings';
import type { CallbackBody } from './callbacks/callback';
import type { ContactBody } from './contact/contact';
import type { IntakeBody } from './intake/intake.svelte';
import type { Choice } from './print/papers';
import type { PlainKind } from './steps/plain';

/** The steps of a ticket that ask for words. */
export type StepKind = 'transfer' | 'accept' | 'outcome' | 'send_back' | 'reply' | 'note' | 'remind' | 'interim' | 'void'
  | 'person' | 'protocol' | 'unattach' | 'change_kind'
  | 'bounce' | 'suspend' | 'merge_ticket' | 'link' | 'join_event' | 'reply_event' | 'tag' | PlainKind;

/** What can be done to many tickets at once. */
export type BulkAct = 'tag' | 'note' | 'transfer' | 'close' | 'event' | 'remind';

/** What a dialog is opened with. */
export type Spec =
  | { kind: 'intake'; draft?: DraftView; start?: Partial<IntakeBody> }
  | { kind: 'contact'; draft?: DraftView; start?: Partial<ContactBody> }
  | { kind: 'counts' }
  | { kind: 'referral'; draft?: DraftView | undefined }
  | { kind: 'callback'; draft?: DraftView | undefined; start?: Partial<CallbackBody> }
  | { kind: 'call'; line: CallbackLine }
  | { kind: StepKind; ticket: TicketDetail; draft?: DraftView; paper?: AttachmentLine }
  | { kind: 'office'; office: Office | null; draft?: DraftView }
  | { kind: 'categories' }
  | { kind: 'category'; category: Category | null; draft?: DraftView }
  | { kind: 'office_import'; draft?: DraftView | undefined }
  | { kind: 'office_work' }
  | { kind: 'citizen'; id: CitizenId }
  | { kind: 'citizen_edit'; citizen: Citizen | null; draft?: DraftView }
  | { kind: 'merge'; keep: Citizen; absorb?: Citizen }
  | { kind: 'more'; ticket: TicketDetail }
  | { kind: 'papers'; choices: readonly Choice[]; about: string }
  | { kind: 'print'; document: DocumentAsked }
  | { kind: 'letterhead' }
  | { kind: 'forms'; draft?: DraftView; citizen?: Citizen; kept?: KeptForm }
  | { kind: 'palette' }
  | { kind: 'filter' }
  | { kind: 'arrange'; draft?: DraftView | undefined }
  | { kind: 'bulk'; act?: BulkAct; ids?: readonly TicketId[]; draft?: DraftView }
  | { kind: 'keys' };

export interface Opened {
  key: number;
  spec: Spec;
}

class Dialogs {
  stack = $state.raw<Opened[]>([]);
  private last = 0;

  /** Opens a dialog; false when one of its kind is open already, because two half-typed ones would be one too many. */
  open(spec: Spec): boolean {
    if (this.stack.some((opened) => opened.spec.kind === spec.kind)) return false;
    this.last += 1;
    this.stack = [...this.stack, { key: this.last, spec }];
    return true;
  }

  close(key: number) {
    this.stack = this.stack.filter((opened) => opened.key !== key);
  }

  /** What lies on top, if anything. */
  get top(): Opened | undefined {
    return this.stack.at(-1);
  }
}

export const dialogs = new Dialogs();

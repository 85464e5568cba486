/** Which papers there are of what is on the screen, and the words for one that cannot be made. */
import type { DocumentAsked, EventCode, Failure, Office, TicketDetail, TicketId, TicketsTable } from '../bindings';
import { sayFailure, sayRule } from '../errors';
import { t } from '../words';
import { later } from '../words/later';

/** A paper that can be asked for, and what it is called here. */
export interface Choice {
  label: string;
  document: DocumentAsked;
}

/** What was written to the citizen, and can be printed. */
const LETTERS: readonly EventCode[] = ['ticket.answered', 'ticket.forwarded', 'ticket.suspended'];

type Known = Pick<TicketDetail, 'id' | 'entries' | 'follow' | 'links' | 'state'>;

const words = later.print.choices;

/** The papers of a ticket, the likely one first: what was just done is what is printed. */
export function papersOf({ id, entries, follow, links, state }: Known): Choice[] {
  const has = (...codes: EventCode[]) => entries.some(({ code }) => codes.includes(code));
  const written = entries.some((entry) => LETTERS.includes(entry.code) && entry.citizen_text !== null);
  const visit = links.some(({ kind }) => kind === 'visit');
  const offers: [boolean, Choice][] = [
    [written, { label: later.print.kinds.reply, document: { kind: 'reply', id } }],
    [follow.ready !== null, { label: later.print.kinds.reminder, document: { kind: 'reminder', id } }],
    [has('ticket.interim_replied'), { label: later.print.kinds.interim_reply, document: { kind: 'interim_reply', id } }],
    [has('ticket.transferred') && state !== 'received', { label: later.print.kinds.transmission, document: { kind: 'transmission', id } }],
    [visit, { label: words.visit, document: { kind: 'receipt', ids: [id], visit: true } }],
    [true, { label: later.print.kinds.receipt, document: { kind: 'receipt', ids: [id], visit: false } }],
    [true, { label: words.ticket, document: { kind: 'ticket', id, internal: false } }],
    [true, { label: words.internal, document: { kind: 'ticket', id, internal: true } }],
    [true, { label: words.label, document: { kind: 'labels', ids: [id], skip: null } }],
    [true, { label: words.labels, document: { kind: 'labels', ids: [id], skip: 0 } }],
    [
      follow.ready === null && (follow.next !== null || follow.sent.some(({ step }) => step !== null)),
      { label: later.print.kinds.reminder, document: { kind: 'reminder', id } },
    ],
  ];
  return offers.filter(([there]) => there).map(([, choice]) => choice);
}

/** The papers of a list, or of what was chosen of it. */
export function papersOfList(tickets: TicketsTable, title: string): Choice[] {
  const list = (landscape: boolean): DocumentAsked => ({ kind: 'list', tickets, title, filter: null, landscape });
  const ids: TicketId[] = tickets.ids;
  return [
    { label: words.portrait, document: list(false) },
    { label: words.landscape, document: list(true) },
    ...(ids.length > 0
      ? [
          { label: words.labelsRoll, document: { kind: 'labels', ids, skip: null } as const },
          { label: words.labels, document: { kind: 'labels', ids, skip: 0 } as const },
        ]
      : []),
  ];
}

/** The papers of the directory; those of one office first. */
export function papersOfOffices(office: Office | undefined): Choice[] {
  const own: Choice[] = office
    ? [
        { label: words.weekly(office.name), document: { kind: 'weekly', office: office.id } },
        { label: words.door(office.name), document: { kind: 'door_sheet', office: office.id, a3: false } },
      ]
    : [];
  return [
    ...own,
    { label: later.print.kinds.phone_list, document: { kind: 'phone_list', a3: false } },
    { label: words.onA3(later.print.kinds.phone_list), document: { kind: 'phone_list', a3: true } },
    { label: later.print.kinds.floor_list, document: { kind: 'floor_list', a3: false } },
    { label: words.onA3(later.print.kinds.floor_list), document: { kind: 'floor_list', a3: true } },
  ];
}

/** The words for every code on a paper. */
export const paperWords = (): Record<string, string> => ({
  ...t.table, ...t.kind, ...t.channel, ...t.state, ...t.event, ...t.settings.days, ...t.offices.form.roles, ...later.print.words,
  ...Object.fromEntries(Object.entries(t.drafts.kind).map(([kind, name]) => [`draft.${kind}`, name])),
});

/** Why a paper cannot be made: what is missing, by its name. */
export function sayMissing(failure: Failure): string {
  if (failure.fields.length === 0) return sayFailure(failure);
  const told = failure.fields.map(({ field, rule }) => `${later.print.part(field)}: ${sayRule(rule)}`);
  return told.join(' ');
}

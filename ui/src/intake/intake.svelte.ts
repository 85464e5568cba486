/** What is typed at the intake, and how it becomes a request. The backend, not this, says what is wrong with it. */
import type {
  CategoryId, Channel, CitizenData, CitizenId, DraftId, DraftLink, OfficeId, ReplyChannel, RuleName, TicketDetail,
  TicketDraft, TicketKind,
} from '../bindings';
import { fullDate, personName, readDay } from '../format';
import { t } from '../words';

export const KINDS: readonly TicketKind[] = [
  'report', 'complaint', 'suggestion', 'proposal', 'information_request', 'form_request', 'access_request', 'praise',
];
export const CHANNELS: readonly Channel[] = [
  'phone', 'counter', 'email', 'pec', 'letter', 'web', 'app', 'social', 'meeting',
];
export const RULES = Object.keys(t.requestRule) as RuleName[];
export const REPLY_CHANNELS: readonly ReplyChannel[] = ['phone', 'email', 'pec', 'letter', 'counter'];

/** What is typed about somebody new; the kind follows from whether an organisation is named. */
export type Person = Record<keyof typeof t.citizen.fields, string>;

export const NOBODY: Person = {
  surname: '', name: '', organization: '', phone: '', email: '', pec: '', address: '', tax_code: '',
  birth_date: '', care_notes: '',
};

export interface IntakeBody {
  channel: Channel;
  kind: TicketKind;
  text: string;
  place: string;
  /** What stands in the box: words of a search, or the name of who was chosen. */
  who: string;
  citizen_id: CitizenId | null;
  citizen: Person | null;
  anonymous: boolean;
  reason: string;
  reply_by: ReplyChannel | '';
  office: string;
  office_id: OfficeId | null;
  category: string;
  category_id: CategoryId | null;
  /** As typed: `23/11`, `oggi`; empty is today. */
  presented_on: string;
  /** Why it is registered only now, when that day is past. */
  presented_reason: string;
  /** The tray with the papers, once there is one. */
  papers: DraftId | null;
  note: string;
  answering: boolean;
  answer: string;
  answer_by: ReplyChannel;
  /** A rule of law, where the request has one; empty is that of the kind. */
  rule: RuleName | '';
  /** The ticket it comes with. */
  link: DraftLink | null;
}

/** Nothing typed yet. The day is written out, so that a draft taken up tomorrow is still about today. */
export const blankOf = (today: string): IntakeBody => ({
  channel: 'phone', kind: 'report', text: '', place: '', who: '', citizen_id: null, citizen: null, anonymous: false,
  reason: '', reply_by: '', office: '', office_id: null, category: '', category_id: null, presented_on: fullDate(today),
  presented_reason: '', papers: null, note: '', answering: false,
  answer: '', answer_by: 'phone', rule: '', link: null,
});

/** What is known of another matter of the same citizen. */
export const startOf = (draft: TicketDraft, { citizen }: Pick<TicketDetail, 'citizen'>): Partial<IntakeBody> => ({
  channel: draft.channel, kind: draft.kind, citizen_id: draft.citizen_id, who: citizen ? personName(citizen) : '',
  anonymous: draft.anonymous !== null, reason: draft.anonymous?.reason ?? '', reply_by: draft.reply_by ?? '',
  presented_on: draft.presented_on ? fullDate(draft.presented_on) : '', link: draft.link,
});

const given = (text: string) => text.trim() || null;

/** The request for what is typed. */
export function ticketOf(body: IntakeBody, today: string): TicketDraft {
  return {
    id: null,
    interaction_id: null,
    kind: body.kind,
    channel: body.channel,
    subject: null,
    text: body.text,
    place: given(body.place),
    presented_on: readDay(body.presented_on, today),
    presented_reason: given(body.presented_reason),
    papers: body.papers,
    citizen_id: body.anonymous ? null : body.citizen_id,
    citizen: body.anonymous || body.citizen_id || !body.citizen ? null : personOf(body.citizen, today),
    anonymous: body.anonymous ? { reason: body.reason } : null,
    reply_by: body.anonymous ? null : body.reply_by || null,
    office_id: body.office_id,
    category_id: body.category_id,
    answer: body.answering ? { text: body.answer, channel: body.answer_by } : null,
    note: given(body.note),
    rule: body.rule || null,
    link: body.link,
  };
}

/** What is typed about somebody new, as the backend reads it. */
export function personOf(person: Person, today: string): CitizenData {
  const fields = Object.entries(person).map(([field, value]) => [field, given(value)]);
  const kind = given(person.organization) ? 'organization' : 'person';
  const lines = Object.fromEntries(fields) as { [F in keyof Person]: string | null };
  return { ...lines, kind, phones: [], emails: [], reply_by: null, birth_date: readDay(person.birth_date, today) };
}

/**
 * Somebody new, from the words typed to look for them: a mail address and a telephone are recognised, the first other
 * word is the surname, what follows the name. It only saves typing: every field can be corrected.
 */
export function personFrom(words: string): Person {
  const text = words.trim();
  if (text.includes('@')) return { ...NOBODY, email: text };
  if (/^\+?[\d\s./()-]{5,}$/.test(text)) return { ...NOBODY, phone: text };
  const [surname = '', ...rest] = text.split(/\s+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { ...NOBODY, surname, name: rest.join(' ') };
}

/** What is typed about a citizen, and how it becomes a request. The backend says what is wrong with it. */
import type { Citizen, CitizenData, CitizenId, CitizenKind, ContactPoint, ReplyChannel } from '../bindings';
import { ask, DeskFailure } from '../door';
import { fullDate, readDay } from '../format';

/** A telephone or an e-mail as it is typed. */
export interface TypedPoint {
  value: string;
  label: string;
}

/** What a form keeps of a citizen. */
export interface CitizenBody {
  /** Whom it is about; `new` for somebody new. */
  about: CitizenId;
  kind: CitizenKind;
  surname: string;
  name: string;
  organization: string;
  tax_code: string;
  birth_date: string;
  address: string;
  pec: string;
  phones: TypedPoint[];
  emails: TypedPoint[];
  reply_by: ReplyChannel | '';
  care_notes: string;
  /** The version the card was read at: a draft may be older than what somebody saved meanwhile. */
  version: number;
}

/** The fields of one line. */
export const LINES = ['surname', 'name', 'organization', 'tax_code', 'address', 'pec', 'care_notes'] as const;

const typedPoints = (points: readonly ContactPoint[]): TypedPoint[] => [
  ...points.map(({ value, label }) => ({ value, label: label ?? '' })),
  { value: '', label: '' },
];

/** The form of a citizen, or of nobody yet. */
export const bodyOf = (from: Citizen | null): CitizenBody => ({
  about: from?.id ?? 'new',
  kind: from?.kind ?? 'person',
  surname: from?.surname ?? '', name: from?.name ?? '', organization: from?.organization ?? '',
  tax_code: from?.tax_code ?? '', birth_date: from?.birth_date ? fullDate(from.birth_date) : '',
  address: from?.address ?? '', pec: from?.pec ?? '', care_notes: from?.care_notes ?? '',
  phones: typedPoints(from?.phones ?? []), emails: typedPoints(from?.emails ?? []),
  reply_by: from?.reply_by ?? '',
  version: from?.version ?? 0,
});

const given = (text: string) => text.trim() || null;

/** Blank lines in the middle stay where they are until the save, so that faults name the line that is seen. */
const points = (typed: readonly TypedPoint[]): ContactPoint[] =>
  typed.filter(({ value, label }) => value.trim() || label.trim()).map(({ value, label }) => ({ value, label: given(label) }));

/** The request for what is typed. */
export function dataOf(body: CitizenBody, today: string): CitizenData {
  const lines = Object.fromEntries(LINES.map((field) => [field, given(body[field])])) as {
    [F in (typeof LINES)[number]]: string | null;
  };
  return {
    ...lines,
    kind: body.kind,
    phone: null,
    email: null,
    phones: points(body.phones),
    emails: points(body.emails),
    reply_by: body.reply_by || null,
    birth_date: readDay(body.birth_date, today),
  };
}

/** The list of the section: who was added last, or who holds the words typed. */
class Directory {
  rows = $state.raw<Citizen[]>([]);
  text = $state('');
  loaded = $state(false);
  trouble = $state.raw<DeskFailure | null>(null);
  private asked = 0;

  async read() {
    const mine = ++this.asked;
    try {
      const rows = await ask('citizens_list', { text: this.text });
      if (mine !== this.asked) return;
      [this.rows, this.loaded, this.trouble] = [rows, true, null];
    } catch (failure) {
      if (mine === this.asked) this.trouble = failure as DeskFailure;
    }
  }
}

export const citizens = new Directory();

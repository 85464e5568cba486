/** What is typed of an office, and how it becomes a card. Nothing is checked here: the backend does. */
import type { Office, OfficeData, OfficeId, OfficePerson, OfficeRole, WeeklyHours } from '../bindings';
import { fullDate, readDay } from '../format';
import { tidyHours, WEEK } from '../settings/settings';
import { specialOf, specialTyped, type SpecialTyped } from '../settings/special';

export const LINES = ['address', 'floor', 'room', 'phone', 'email', 'pec', 'ipa_code'] as const;
const MANY = ['competences', 'phones', 'does_not', 'synonyms', 'to_bring'] as const;

/** What a new office is given; the backend's own usual number of days. */
const DAYS = 20;

export interface PersonTyped {
  name: string;
  role: OfficeRole;
  matter: string;
  phone: string;
  email: string;
  from: string;
  to: string;
  /** `20/11-30/11, 24/12-2/1/2027`. */
  away: string;
}

export const newPerson = (): PersonTyped =>
  ({ name: '', role: 'staff', matter: '', phone: '', email: '', from: '', to: '', away: '' });

const emptyWeek = () => Object.fromEntries(WEEK.map((day) => [day, []])) as unknown as WeeklyHours;
const date = (iso: string | null | undefined) => (iso ? fullDate(iso) : '');

const personTyped = (person: OfficePerson): PersonTyped => ({
  name: person.name, role: person.role, matter: person.matter ?? '', phone: person.phone ?? '',
  email: person.email ?? '', from: date(person.valid_from), to: date(person.valid_to),
  away: person.absences.map(({ from, to }) => `${fullDate(from)}-${fullDate(to)}`).join(', '),
});

export function bodyOf(from: Office | null) {
  const line = (field: (typeof LINES)[number]) => from?.[field] ?? '';
  const many = (field: (typeof MANY)[number]) => from?.[field].join('\n') ?? '';
  return {
    about: from?.id ?? 'new',
    name: from?.name ?? '',
    parent_id: from?.parent_id ?? ('' as OfficeId),
    address: line('address'), floor: line('floor'), room: line('room'), phone: line('phone'), email: line('email'),
    pec: line('pec'), ipa_code: line('ipa_code'),
    competences: many('competences'), phones: many('phones'), does_not: many('does_not'), synonyms: many('synonyms'),
    to_bring: many('to_bring'),
    people: (from?.people ?? []).map(personTyped),
    hours: structuredClone(from?.hours?.weekly) ?? emptyWeek(),
    special: (from?.hours?.special ?? []).map(specialTyped),
    note: from?.hours?.note ?? '',
    valid_from: date(from?.valid_from), valid_to: date(from?.valid_to),
    internal_notes: from?.internal_notes ?? '',
    answer_days: String(from?.answer_days ?? DAYS),
    /** The version the card was read at: a draft may be older than what somebody saved meanwhile. */
    version: from?.version ?? 0,
  };
}

export type OfficeBody = ReturnType<typeof bodyOf>;

const split = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** Periods as typed; one that cannot be read is left for the backend to refuse. */
function absences(text: string, today: string) {
  return text.split(',').map((period) => period.trim()).filter(Boolean).map((period) => {
    const [from = '', to = from] = period.split(/\s*[-–]\s*/);
    return { from: readDay(from, today) ?? '', to: readDay(to, today) ?? '' };
  });
}

function personOf(typed: PersonTyped, today: string): OfficePerson {
  return {
    name: typed.name, role: typed.role, matter: typed.matter || null, phone: typed.phone || null,
    email: typed.email || null, valid_from: readDay(typed.from, today), valid_to: readDay(typed.to, today),
    absences: absences(typed.away, today),
  };
}

/** The card for what is typed. Without any hour, the hours are unknown. */
export function cardOf(body: OfficeBody, today: string): OfficeData {
  const line = (field: (typeof LINES)[number]) => body[field].trim() || null;
  const known = body.note.trim() || body.special.length > 0 || WEEK.some((day) => body.hours[day].length > 0);
  const special: SpecialTyped[] = body.special;
  return {
    name: body.name,
    parent_id: body.parent_id || null,
    address: line('address'), floor: line('floor'), room: line('room'), phone: line('phone'), email: line('email'),
    pec: line('pec'), ipa_code: line('ipa_code'),
    competences: split(body.competences), phones: split(body.phones), does_not: split(body.does_not),
    synonyms: split(body.synonyms), to_bring: split(body.to_bring),
    // The head is one of the people.
    head: null,
    people: body.people.map((person) => personOf(person, today)),
    hours: known
      ? { weekly: tidyHours(body.hours), special: special.map((day) => specialOf(day, today)), note: body.note.trim() || null }
      : null,
    valid_from: readDay(body.valid_from, today), valid_to: readDay(body.valid_to, today),
    internal_notes: body.internal_notes.trim() || null,
    answer_days: Number(body.answer_days),
  };
}

/**
 * Dates, times and names as Italians read them. Civil days arrive as `2026-12-23` and are only shown: every
 * computation with days is the backend's.
 */
import type { CitizenData, DeskState } from './bindings';
import { t } from './words';

const ZONE = 'Europe/Rome';
/** A civil day, shown. It is put at noon of a zone without summer time, so that no zone can move it. */
const day = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', ...options });
const instant = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, ...options });
const noon = (iso: string) => new Date(`${iso}T12:00:00Z`);

const long = day({ weekday: 'long', day: 'numeric', month: 'long' });
const longWithYear = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const weekday = day({ weekday: 'long' });
const medium = day({ day: 'numeric', month: 'long' });
const mediumWithYear = day({ day: 'numeric', month: 'long', year: 'numeric' });
const short = day({ day: 'numeric', month: 'short' });
const shortWithYear = day({ day: 'numeric', month: 'short', year: 'numeric' });
const numbers = day({ day: '2-digit', month: '2-digit', year: 'numeric' });
const clock = instant({ hour: 'numeric', minute: '2-digit' });
const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const integer = new Intl.NumberFormat('it-IT');

const sameYear = (iso: string, today: string) => iso.slice(0, 4) === today.slice(0, 4);

/** `mercoledì 23 dicembre`, with the year when it is not this one. */
export const longDate = (iso: string, today: string) => (sameYear(iso, today) ? long : longWithYear).format(noon(iso));

/** `23 dicembre`, with the year when it is not this one. */
export const plainDate = (iso: string, today: string) =>
  (sameYear(iso, today) ? medium : mediumWithYear).format(noon(iso));

/** `23 dic`, with the year when it is not this one. */
export const shortDate = (iso: string, today: string) =>
  (sameYear(iso, today) ? short : shortWithYear).format(noon(iso));

/** `23/12/2026`. */
export const fullDate = (iso: string) => numbers.format(noon(iso));

/** The civil day in Italy of an instant. */
export const dayOf = (at: string) => civil.format(new Date(at));

/** `9:41`. */
export const timeOf = (at: string) => clock.format(new Date(at));

/** When something happened: `oggi 10:42`, `2 nov 9:44`. */
export function moment(at: string, today: string): string {
  const on = dayOf(at);
  return on === today ? t.time.todayAt(timeOf(at)) : `${shortDate(on, today)} ${timeOf(at)}`;
}

/** `1.234`. */
export const whole = (number: number) => integer.format(number);

/** `30 ore`, `28 ore e 30 minuti`. */
export function duration(minutes: number): string {
  const rest = minutes % 60;
  return t.time.hours((minutes - rest) / 60) + (rest ? t.time.andMinutes(rest) : '');
}

/**
 * A day as people type it: `oggi`, `23/12`, `23.12.2026`. Anything else is left as it was typed, for the backend to
 * refuse at its field; an empty text is no date.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase();
  if (!text) return null;
  if (text === t.time.today) return today;
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}))?$/.exec(text);
  if (!parts) return text;
  const [, date = '', month = '', year = today.slice(0, 4)] = parts;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A time as people type it: `8`, `8.30`, `08:30` become `08:30`; anything else stays as it was typed. */
export function readTime(typed: string): string {
  const parts = /^(\d{1,2})(?:[:.,](\d{1,2}))?$/.exec(typed.trim());
  if (!parts) return typed.trim();
  return `${parts[1]!.padStart(2, '0')}:${(parts[2] ?? '').padEnd(2, '0')}`;
}

/** `Rossi Maria`, or the organisation, or both. */
export function personName(who: Pick<CitizenData, 'surname' | 'name' | 'organization'>): string {
  const person = [who.surname, who.name].filter(Boolean).join(' ');
  if (who.organization) return person ? `${who.organization} (${person})` : who.organization;
  return person || t.citizen.unnamed;
}

/** What the sign on the door says: `Sportello aperto · chiude alle 13:00`. */
export function sign(desk: DeskState | null, today: string): string {
  if (!desk) return t.frame.neverOpen;
  if (desk.state === 'open') return t.frame.open(desk.until);
  return t.frame.closed(opensWhen(desk, today), desk.opens_at);
}

/** `oggi`, `domani`, `lunedì`, `lunedì 7 dicembre`: which of them is the backend's to say. */
function opensWhen({ when, opens_on }: Extract<DeskState, { state: 'closed' }>, today: string): string {
  if (when === 'today') return t.time.today;
  if (when === 'tomorrow') return t.time.tomorrow;
  return when === 'this_week' ? weekday.format(noon(opens_on)) : longDate(opens_on, today);
}

/** Whether an office is open: `aperto ora · chiude alle 12:30`, `chiuso · apre domani alle 8:30`. */
export function openNow(state: DeskState, today: string): string {
  if (state.state === 'open') return t.offices.openNow(plainTime(state.until));
  return t.offices.opens(opensWhen(state, today), plainTime(state.opens_at));
}

/** `8:30`, as it is said. */
export const plainTime = (time: string) => time.replace(/^0/, '');

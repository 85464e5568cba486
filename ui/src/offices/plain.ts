/** An office in plain words: the lines of its card, and the text that is copied to be read aloud or pasted. */
import type { Away, HoursGroup, Office } from '../bindings';
import { fullDate, openNow, plainDate, plainTime } from '../format';
import { t } from '../words';
import { WEEK } from '../settings/settings';

const dayName = (weekday: number) => t.settings.days[WEEK[weekday - 1]!].toLowerCase();

/** `lunedì, mercoledì e venerdì`; three days or more in a row are `da lunedì a venerdì`. */
export function daysInWords(weekdays: readonly number[]): string {
  const [first = 1, last = 1] = [weekdays[0], weekdays.at(-1)];
  if (weekdays.length > 2 && last - first + 1 === weekdays.length) return t.offices.toDays(dayName(first), dayName(last));
  return listed(weekdays.map(dayName));
}

const listed = (words: readonly string[]) =>
  [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter(Boolean).join(t.offices.and);

/** `martedì dalle 8:30 alle 12:30 e dalle 14:00 alle 16:00`. */
export const hoursInWords = ({ weekdays, spans }: HoursGroup) =>
  `${daysInWords(weekdays)} ${spans.map(({ from, to }) => t.offices.from(plainTime(from), plainTime(to))).join(t.offices.and)}`;

/** Whether the office is there, and open: one short line, or nothing when nobody knows. */
export function stateInWords({ now }: Pick<Office, 'now'>, today: string): string {
  if (!now) return '';
  if (now.validity.validity === 'ended') return t.offices.ended(fullDate(now.validity.on));
  if (now.validity.validity === 'not_yet') return t.offices.notYet(fullDate(now.validity.from));
  return now.open ? openNow(now.open, today) : '';
}

export const placeOf = (office: Office) => [office.address, office.floor, office.room].filter(Boolean).join(', ');

/** Why somebody does not answer: `è assente fino al 30 novembre`. */
export const whyAway = ({ until, left_on }: Away, today: string) =>
  left_on ? t.offices.hasLeft(plainDate(left_on, today)) : until ? t.offices.isAway(plainDate(until, today)) : '';

/**
 * The card to read aloud or to paste. Internal notes and the people of the office are not in it: what is copied may
 * end up in a message to a citizen.
 */
export function plainCard(office: Office, today: string): string {
  const hours = [...(office.now?.week.map(hoursInWords) ?? []), office.hours?.note].filter(Boolean).join('; ');
  const lines: [string, string | null | undefined][] = [
    [t.offices.where, placeOf(office)],
    [t.offices.hours, hours],
    [t.offices.now, stateInWords(office, today)],
    [t.offices.phone, [office.phone, ...office.phones].filter(Boolean).join('; ')],
    [t.offices.email, office.email],
    [t.offices.pec, office.pec],
    [t.offices.bring, office.to_bring.join('; ')],
    [t.offices.doesNot, office.does_not.join('; ')],
  ];
  return [office.name, ...lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))].join('\n');
}

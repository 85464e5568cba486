/** What is typed in the settings, and how it becomes a request. Nothing is checked here: the backend does. */
import type { Closure, DeskSettings, PatronDay, SettingsView, TypedSettings, WeeklyHours } from '../bindings';
import { fullDate, readDay, readTime } from '../format';
import { t } from '../words';
import { specialOf, specialTyped, type SpecialTyped } from './special';

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEK)[number];

/** The hours a desk starts with, the same as the backend's: 30 a week, Monday to Saturday. */
export function usualHours(): WeeklyHours {
  const morning = () => [{ from: '08:00', to: '13:00' }];
  return {
    monday: morning(), tuesday: morning(), wednesday: morning(), thursday: morning(), friday: morning(),
    saturday: morning(), sunday: [],
  };
}

/** Hours as typed, spelt the one way the backend reads them. */
export function tidyHours(hours: WeeklyHours): WeeklyHours {
  const spans = (day: Weekday) => hours[day].map(({ from, to }) => ({ from: readTime(from), to: readTime(to) }));
  return Object.fromEntries(WEEK.map((day) => [day, spans(day)])) as unknown as WeeklyHours;
}

/** What is wrong with the hours: said exactly, or that one of the times cannot be read. */
export function hoursFaultOf(faults: Record<string, string>): string | undefined {
  if (faults.hours) return faults.hours;
  return Object.keys(faults).some((field) => field.startsWith('hours')) ? t.settings.hoursFault : undefined;
}

/** The patron as typed: a name, and a day as `gg/mm`. */
export interface PatronTyped {
  name: string;
  day: string;
}

/** The patron's day; none when nothing is typed. */
export function patronOf({ name, day }: PatronTyped): PatronDay | null {
  if (!name.trim() && !day.trim()) return null;
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})\s*$/.exec(day);
  // A day that cannot be read becomes one that no year has, for the backend to refuse.
  return { name: name.trim(), day: Number(parts?.[1] ?? 0), month: Number(parts?.[2] ?? 0) };
}

export interface SettingsBody {
  name: string;
  address: string;
  phone: string;
  sector: string;
  hours: WeeklyHours;
  patron: PatronTyped;
  closures: Closure[];
  special: SpecialTyped[];
  /** The version they were read at. */
  version: number;
}

export function bodyOf({ settings, version }: SettingsView): SettingsBody {
  const { calendar } = settings;
  const patron = calendar.patron;
  return {
    name: settings.name,
    address: settings.address ?? '',
    phone: settings.phone ?? '',
    sector: settings.sector ?? '',
    hours: structuredClone(calendar.hours),
    patron: { name: patron?.name ?? '', day: patron ? `${patron.day}/${patron.month}` : '' },
    closures: calendar.closures.map(({ from, to, reason }) => ({ from: fullDate(from), to: fullDate(to), reason })),
    special: calendar.special.map(specialTyped),
    version,
  };
}

/** The settings for what is typed; what cannot be changed here stays as it is. */
export function settingsOf(body: SettingsBody, now: DeskSettings, today: string): TypedSettings {
  const day = (text: string) => readDay(text, today) ?? '';
  return {
    municipality: now.municipality,
    name: body.name,
    address: body.address,
    phone: body.phone,
    sector: body.sector,
    hours: tidyHours(body.hours),
    patron: patronOf(body.patron),
    closures: body.closures.map(({ from, to, reason }) => ({ from: day(from), to: day(to), reason })),
    special: body.special.map((special) => specialOf(special, today)),
  };
}

/** A part of the settings in plain words, to tell two of them apart: days with their hours, dates with their names. */
export function sayPart(part: unknown): string {
  if (part === null || typeof part !== 'object') return String(part ?? '');
  const values = Object.entries(part).map(([name, value]) => {
    const day = t.settings.days[name as keyof typeof t.settings.days];
    const said = sayPart(value);
    return day ? said && `${day} ${said}` : said;
  });
  return values.filter(Boolean).join(', ');
}

/** Days with hours of their own, as they are typed. */
import type { SpecialDay } from '../bindings';
import { fullDate, readDay, readTime } from '../format';

export interface SpecialTyped {
  date: string;
  /** `8-12, 14-16`; empty when it is shut. */
  hours: string;
  reason: string;
}

export const specialTyped = ({ date, spans, reason }: SpecialDay): SpecialTyped =>
  ({ date: fullDate(date), hours: spans.map(({ from, to }) => `${from}-${to}`).join(', '), reason });

/** A day as the backend reads it; what cannot be read stays as it was typed, for the backend to refuse. */
export const specialOf = ({ date, hours, reason }: SpecialTyped, today: string): SpecialDay => ({
  date: readDay(date, today) ?? '',
  spans: hours.split(',').map((span) => span.trim()).filter(Boolean).map((span) => {
    const [from = '', to = ''] = span.split(/\s*[-–]\s*/);
    return { from: readTime(from), to: readTime(to) };
  }),
  reason,
});

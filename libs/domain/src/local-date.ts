import { z } from 'zod';
import { DomainFault } from './fault.ts';
import { saidIn } from './lang.ts';

const dayMs = 86_400_000;

// A date's midnight in UTC stands for the date, so that no time zone or daylight saving can move it.
const midnightOf = (date: string) => Date.parse(`${date}T00:00:00.000Z`);
const firstMidnight = midnightOf('1000-01-01');
const lastMidnight = midnightOf('9999-12-31');

const dateAt = (midnight: number): LocalDate => {
  const writable = midnight >= firstMidnight && midnight <= lastMidnight;
  if (!writable) throw new DomainFault('date-out-of-range', 'the date lies outside the years 1000 to 9999');
  return new Date(midnight).toISOString().slice(0, 10) as LocalDate;
};

/** A day in the calendar of the place where it counts, `YYYY-MM-DD`, without time or zone. Dates compare with `<` and `===`. */
export type LocalDate = `${number}-${number}-${number}`;

/** True for a day that exists, written `YYYY-MM-DD`, from the year 1000 on. */
export const isLocalDate = (text: string): text is LocalDate => {
  const midnight = midnightOf(text);
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(midnight) && dateAt(midnight) === text;
};

export const LocalDate = z
  .string()
  .refine(isLocalDate, saidIn({ zh: '不是日历上的日期（YYYY-MM-DD）', en: 'not a day of the calendar, YYYY-MM-DD' }))
  .meta({ format: 'date' });

/** Orders two dates for `Array.sort`: negative when `a` is the earlier one, 0 when they are the same day. */
export const compareDates = (a: LocalDate, b: LocalDate): number => midnightOf(a) - midnightOf(b);

/** The date so many whole days later; a negative count goes back. Throws `date-out-of-range` outside the years 1000 to 9999. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateAt(midnightOf(date) + days * dayMs);

/** The same day so many months later, or that month's last day where it has no such day: 31 January plus one is 28 or 29 February. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const target = new Date(midnightOf(date));
  const day = target.getUTCDate();
  target.setUTCMonth(target.getUTCMonth() + months);
  const spilledIntoNextMonth = target.getUTCDate() !== day;
  if (spilledIntoNextMonth) target.setUTCDate(0);
  return dateAt(target.getTime());
};

/** Whole days from one date to another: 1 from today to tomorrow, negative when `to` is the earlier one. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (midnightOf(to) - midnightOf(from)) / dayMs;

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(midnightOf(date)).getUTCDay() || 7;

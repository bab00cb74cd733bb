import { z } from 'zod';
import { DomainFault } from './fault.ts';
import { saidIn } from './lang.ts';
import type { LocalDate } from './local-date.ts';

const hourMs = 3_600_000;

/** A point in time, UTC with milliseconds: `2026-01-05T08:00:00.000Z`. Instants compare with `<` and `===`. */
export type Instant = `${LocalDate}T${string}Z`;

// Writing the parsed moment again also refuses 30 February and 24:00, which engines read as the next day.
const canonical = (text: string) => {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
};

/** True for a moment that exists, written in UTC with milliseconds. */
export const isInstant = (text: string): text is Instant => /^\d{4}-/.test(text) && canonical(text) === text;

export const Instant = z
  .string()
  .refine(isInstant, saidIn({ zh: '不是世界时的时刻（YYYY-MM-DDThh:mm:ss.sssZ）', en: 'not a moment in UTC, YYYY-MM-DDThh:mm:ss.sssZ' }))
  .meta({ format: 'date-time' });

/** The moment so many hours later, to the millisecond; a negative count goes back. Throws `date-out-of-range` outside the years 0000 to 9999. */
export const addHours = (instant: Instant, hours: number): Instant => {
  const moved = new Date(Date.parse(instant) + Math.round(hours * hourMs));
  if (Number.isNaN(moved.getTime()) || !isInstant(moved.toISOString())) {
    throw new DomainFault('date-out-of-range', 'the moment lies outside the years 0000 to 9999');
  }
  return moved.toISOString() as Instant;
};

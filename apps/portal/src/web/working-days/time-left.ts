import type { LocalDate, RegionCode } from '@xietong/domain';

/** How many working days lie after one day up to and including another: `workingDaysAfter` of the calendar. */
export type CountWorkingDays = (from: LocalDate, to: LocalDate, region: RegionCode) => number;

/** How a deadline stands on a day: still open, on its last day, or late; `workingDays` are those still to come, or those gone by. */
export interface TimeLeft {
  readonly standing: 'open' | 'last-day' | 'late';
  readonly workingDays: number;
}

/**
 * The working days until a deadline. `lastDay` is the last day in time and `today` the day that it is, both where the agency is. Working days
 * are counted from the day after today (Civil Code art. 201), so on the day before the last one it is 1.
 */
export const timeLeft = (today: LocalDate, lastDay: LocalDate, region: RegionCode, count: CountWorkingDays): TimeLeft => {
  if (today === lastDay) return { standing: 'last-day', workingDays: 0 };
  return today < lastDay
    ? { standing: 'open', workingDays: count(today, lastDay, region) }
    : { standing: 'late', workingDays: count(lastDay, today, region) };
};

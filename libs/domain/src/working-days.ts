import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { DomainFault } from './fault.ts';
import { addDays, weekdayOf } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { countryOf, type RegionCode } from './region.ts';

/**
 * Which days count as working days. `CN`: China's official calendar, public holidays off and make-up working days 调休上班 on, which refuses
 * years that have not been announced; `CN-forecast`: the same, and Monday to Friday in those years; `weekdays`: Monday to Friday, for places
 * whose holidays are not known here.
 */
export const WorkingCalendar = z.enum(['CN', 'CN-forecast', 'weekdays']);
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** The calendar of a region's country, for deadlines that may reach into a year that has not been announced. */
export const workingCalendarOf = (region: RegionCode): WorkingCalendar => (countryOf(region) === 'CN' ? 'CN-forecast' : 'weekdays');

// A year's arrangement is announced in the autumn before and has moved that December's last days too (29 December 2018):
// raise the package as soon as it holds the new year. Only its data is used: its functions read the clock and the machine's time zone.
const holidays = new Set(Object.keys(chineseDays.holidays));
const makeUpDays = new Set(Object.keys(chineseDays.workdays));
const years = [...holidays].map((date) => date.slice(0, 4)).sort();
const [firstYear = '', lastYear = ''] = [years.at(0), years.at(-1)];

const isWeekday = (date: LocalDate) => weekdayOf(date) <= 5;

const isWorkingDayInChina = (date: LocalDate) => {
  const year = date.slice(0, 4);
  if (year < firstYear || year > lastYear) {
    throw new DomainFault('calendar-year-unknown', `China's working days are known for ${firstYear} to ${lastYear}, not for ${year}`);
  }
  return makeUpDays.has(date) || (isWeekday(date) && !holidays.has(date));
};

/** Whether a deadline on that day may still move: it was counted through days that have not been announced. */
export const isProvisional = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  calendar === 'CN-forecast' && day.slice(0, 4) > lastYear;

/** Whether people work on that day. Throws `calendar-year-unknown` for a year whose holidays have not been announced: it never guesses. */
export const isWorkingDay = (date: LocalDate, calendar: WorkingCalendar): boolean =>
  calendar === 'weekdays' || isProvisional(date, calendar) ? isWeekday(date) : isWorkingDayInChina(date);

/**
 * The last day of a period of `count` working days that begins on `date`; the first day does not count (Civil Code art. 201).
 * With 0 it is `date` itself. Throws `day-count-invalid` for a negative or broken count, `calendar-year-unknown` beyond the known years.
 */
export const addWorkingDays = (date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate => {
  if (!Number.isInteger(count) || count < 0) throw new DomainFault('day-count-invalid', `${count} is not a number of working days`);
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
};

/** Working days after `from` up to and including `to`; negative when `to` is the earlier one. Undoes `addWorkingDays`. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number => {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
};

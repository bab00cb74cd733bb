import { addWorkingDays, type Instant, isProvisional, type LocalDate, workingCalendarOf, workingDaysBetween } from '@xietong/domain';
import { type AgencyRef, endOfDayAt, regionOf } from '@xietong/kernel';

/** A moment that is too late, and whether it may still move. */
export interface Term {
  readonly endsAt: Instant;
  readonly provisional: boolean;
}

/** The end of a period of working days at the agency; the day on which it begins does not count. */
export function termOf(agency: AgencyRef, from: LocalDate, workingDays: number): Term {
  const calendar = workingCalendarOf(regionOf(agency));
  const last = addWorkingDays(from, workingDays, calendar);
  return { endsAt: endOfDayAt(agency, last), provisional: isProvisional(last, calendar) };
}

/** How far a count of working days has come: those used before, and the day after which it goes on. */
export interface Count {
  readonly countedFrom: LocalDate;
  readonly usedWorkingDays: number;
}

/** The working days that are used when the count stops today. */
export const usedBy = (agency: AgencyRef, { countedFrom, usedWorkingDays }: Count, today: LocalDate): number =>
  usedWorkingDays + workingDaysBetween(countedFrom, today, workingCalendarOf(regionOf(agency)));

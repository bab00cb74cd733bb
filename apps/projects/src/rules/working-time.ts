import {
  addWorkingDays,
  dayAt,
  endOfDay,
  type Instant,
  isProvisional,
  type LocalDate,
  timeZoneOf,
  workingCalendarOf,
  workingDaysBetween,
} from '@xietong/domain';
import { type AgencyRef, regionOf } from '@xietong/kernel';

/** The day that it is at the agency. */
export const todayAt = (agency: AgencyRef, now: Instant): LocalDate => dayAt(now, timeZoneOf(regionOf(agency)));

/** A moment that is too late, and whether it may still move. */
export interface Term {
  readonly endsAt: Instant;
  readonly provisional: boolean;
}

/** The end of a period of working days at the agency; the day on which it begins does not count. */
export function termOf(agency: AgencyRef, from: LocalDate, workingDays: number): Term {
  const region = regionOf(agency);
  const calendar = workingCalendarOf(region);
  const last = addWorkingDays(from, workingDays, calendar);
  return { endsAt: endOfDay(last, timeZoneOf(region)), provisional: isProvisional(last, calendar) };
}

/** How far a count of working days has come: those used before, and the day after which it goes on. */
export interface Count {
  readonly countedFrom: LocalDate;
  readonly usedWorkingDays: number;
}

/** The working days that are used when the count stops today. */
export const usedBy = (agency: AgencyRef, { countedFrom, usedWorkingDays }: Count, today: LocalDate): number =>
  usedWorkingDays + workingDaysBetween(countedFrom, today, workingCalendarOf(regionOf(agency)));

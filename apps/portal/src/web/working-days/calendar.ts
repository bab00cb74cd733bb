// The part of the page that holds the calendar of working days, loaded when a deadline is shown first.
import { type LocalDate, type RegionCode, workingCalendarOf, workingDaysBetween } from '@xietong/domain';

/** Working days after `from` up to and including `to`, by the official calendar of the region's country; below 0 when `to` is the earlier one. */
export const workingDaysAfter = (from: LocalDate, to: LocalDate, region: RegionCode): number =>
  workingDaysBetween(from, to, workingCalendarOf(region));

import { addDays, addMonths, dayAt, type Instant, type LocalDate, timeZoneOf } from '@xietong/domain';
import { type AgencyRef, endOfDayAt, regionOf } from '@xietong/kernel';
import { rulesOn } from '../rules/rule-set.ts';

/** The end of a term on the roster that is counted from a day at the agency, by the rules of today. */
export const endOfTerm = (agency: AgencyRef, from: LocalDate, today: LocalDate): Instant =>
  endOfDayAt(agency, addMonths(from, 12 * rulesOn(today).rosterYears));

/** The last day of a term, at the agency. */
export const lastDayOfTerm = (agency: AgencyRef, validUntil: Instant): LocalDate =>
  addDays(dayAt(validUntil, timeZoneOf(regionOf(agency))), -1);

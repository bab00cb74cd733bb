import { dayAt, endOfDay, type Instant, type LocalDate, timeZoneOf } from '@xietong/domain';
import { type AgencyRef, regionOf } from './actor.ts';

/** The day that it is at the agency. */
export const todayAt = (agency: AgencyRef, now: Instant): LocalDate => dayAt(now, timeZoneOf(regionOf(agency)));

/** The first moment after the day at the agency: what is due by the end of that day is late from then on. */
export const endOfDayAt = (agency: AgencyRef, day: LocalDate): Instant => endOfDay(day, timeZoneOf(regionOf(agency)));

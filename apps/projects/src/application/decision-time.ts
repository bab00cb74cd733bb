import type { DecisionTime } from '@xietong/contracts-projects';
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
import type { RuleSet } from '../rules/rule-set.ts';

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

/** By when an application is decided of which so many working days are used, and whose count goes on after `countedFrom`. */
export function decisionTimeOf(agency: AgencyRef, { countedFrom, usedWorkingDays }: Count, rules: RuleSet): DecisionTime {
  const left = (workingDays: number) => termOf(agency, countedFrom, Math.max(0, workingDays - usedWorkingDays));
  const { endsAt: decideBy, provisional } = left(rules.decisionWorkingDays);
  return { remindAt: left(rules.decisionReminderWorkingDays).endsAt, decideBy, provisional };
}

export interface Count {
  readonly countedFrom: LocalDate;
  readonly usedWorkingDays: number;
}

/** The working days that are used when the count stops today. */
export const usedBy = (agency: AgencyRef, { countedFrom, usedWorkingDays }: Count, today: LocalDate): number =>
  usedWorkingDays + workingDaysBetween(countedFrom, today, workingCalendarOf(regionOf(agency)));

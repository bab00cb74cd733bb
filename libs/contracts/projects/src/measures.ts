import { dayAt, type LocalDate, timeZoneOf } from '@xietong/domain';
import { type Measurement, regionOf, type Told } from '@xietong/kernel';
import type { ApplicationContent } from './application-content.ts';
import type { FollowUp } from './follow-up.ts';
import type { Participant } from './participant.ts';
import type { Standing } from './progress.ts';

// What the events of applications and projects are counted by, each measure with what its state and quantity are.

/** The day of the event at the agency that published it. */
const dayOf = ({ agency, time }: Told): LocalDate => dayAt(time, timeZoneOf(regionOf(agency)));

/** What happens more than once, and never again as the same: each time is a part of its own. */
const each = ({ version }: Told) => ({ part: String(version) });

/** It was handed in, by a lead in this region. Of one that was returned the newest time counts. */
export const handedIn = ({ parties, area }: ApplicationContent, date: LocalDate): Measurement[] => {
  const region = parties.find(({ role }) => role === 'lead')?.organisation.region;
  return [{ measure: 'application.handed-in', date, field: area, ...(region && { region }) }];
};

type Decided = 'approved' | 'refused' | 'ineligible';

const decision = (state: Decided, told: Told): Measurement => ({ measure: 'application.decision', date: dayOf(told), state });

/** It does not fulfil the conditions, so there was nothing to decide within a time. */
export const foundIneligible = (told: Told): Measurement[] => [decision('ineligible', told)];

/** It was approved or refused, in time or late, after so many working days; before events said so, those are not known. */
export const decided = (
  state: 'approved' | 'refused',
  { late, usedWorkingDays }: { readonly late: boolean; readonly usedWorkingDays?: number | undefined },
  told: Told,
): Measurement[] => [
  decision(state, told),
  {
    measure: 'application.decision-time',
    date: dayOf(told),
    state: late ? 'late' : 'in-time',
    ...(usedWorkingDays !== undefined && { quantity: usedWorkingDays }),
  },
];

/** A project lies where its lead does, by the divisions of the day of signing. Of several leads it is the first one named. */
export const placedWithLead = (date: LocalDate, participants: readonly Participant[]): Measurement[] => {
  const region = participants.find(({ role }) => role === 'lead')?.organisation.region;
  return [{ measure: 'project.lead', date, ...(region && { region }) }];
};

type Status = 'registered' | 'active' | 'suspended' | 'exited' | 'completed';

const statusSince = (state: Status, date: LocalDate): Measurement => ({ measure: 'project.status', date, state });

/** A project counts from the day of signing, however much later it is registered. Its field is told apart, since an amendment does not repeat it. */
export const begun = (signedOn: LocalDate, participants: readonly Participant[], field: string | undefined): Measurement[] => [
  ...placedWithLead(signedOn, participants),
  ...(field === undefined ? [] : [{ measure: 'project.field', date: signedOn, field }]),
  statusSince('registered', signedOn),
];

/** From the day of the event on the project is in this state. */
export const nowIn = (state: Status, told: Told): Measurement[] => [statusSince(state, dayOf(told))];

/** How far a report lies behind the plan, in basis points of the plan; below 0 where it is ahead. */
export const lagOf = ({ on, plannedBasisPoints, actualBasisPoints }: Standing): Measurement[] => [
  { measure: 'project.lag', date: on, quantity: plannedBasisPoints - actualBasisPoints },
];

export const warnedNow = (told: Told): Measurement[] => [{ measure: 'project.warning', ...each(told), date: dayOf(told) }];

/**
 * What became of a warning. A late answer is counted by the escalation that it brings or follows (docs/decisions/0003-lag-is-relative.md), so
 * that each warning ends once.
 */
export const warningEnded = (state: 'in-time' | 'escalated', told: Told): Measurement[] => [
  { measure: 'project.warning-end', ...each(told), date: dayOf(told), state },
];

export const assistedNow = (no: number, told: Told): Measurement[] => [
  { measure: 'project.assistance', part: String(no), date: dayOf(told) },
];

/** A third party accepted the project, which completes it. */
export const accepted = (date: LocalDate): Measurement[] => [statusSince('completed', date), { measure: 'project.acceptance', date }];

/** What a year after acceptance brought: revenue in minor units, jobs, kilograms of carbon dioxide saved. */
export const broughtBy = (no: number, { revenue, jobs, co2SavedKg }: FollowUp, told: Told): Measurement[] => {
  const year = { part: String(no), date: dayOf(told) };
  return [
    { measure: 'project.revenue', ...year, quantity: revenue.amount, currency: revenue.currency },
    { measure: 'project.jobs', ...year, quantity: jobs },
    { measure: 'project.co2-saved', ...year, quantity: co2SavedKg },
  ];
};

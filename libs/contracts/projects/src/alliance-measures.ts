import { addDays, type LocalDate } from '@xietong/domain';
import { type AgencyRef, type Measurement, regionOf } from '@xietong/kernel';
import type { Member, MemberId, SharingStatement } from './alliance-terms.ts';
import { lastDayOf, type Quarter } from './quarter.ts';

// What the events of alliances are counted by. A member is a part of its alliance, and so is the statement of a period.

/** It began on this day with these members; it is kept in the region of its agency. */
export const allianceBegun = (agency: AgencyRef, field: string | undefined, date: LocalDate, members: readonly Member[]): Measurement[] => [
  { measure: 'alliance.begun', date, region: regionOf(agency), ...(field !== undefined && { field }) },
  { measure: 'alliance.status', date, state: 'active' },
  ...members.flatMap((member) => memberSince(member, date)),
];

/** From this day on it is a member, in the region that its part falls to. */
export const memberSince = ({ id, region }: Member, date: LocalDate): Measurement[] => [
  { measure: 'alliance.member', part: id, date, region },
];

/** This was its last day, so that it is no member from the next day on. */
export const memberUntil = (id: MemberId, lastDay: LocalDate): Measurement[] => [
  { measure: 'alliance.member-left', part: id, date: addDays(lastDay, 1) },
];

/** This was the last day of the alliance. */
export const dissolvedAfter = (lastDay: LocalDate): Measurement[] => [
  { measure: 'alliance.status', date: addDays(lastDay, 1), state: 'dissolved' },
];

const standing = (period: Quarter, state: 'waiting' | 'disputed' | 'final'): Measurement => ({
  measure: 'alliance.statement',
  part: period,
  date: lastDayOf(period),
  state,
});

/** A period was stated, for the first time or anew: it waits until every member has confirmed it. */
export const statedNow = ({ period, totals: { tax, output, currency } }: SharingStatement): Measurement[] => [
  standing(period, 'waiting'),
  { measure: 'alliance.stated', part: period, date: lastDayOf(period), quantity: tax + output, currency },
];

export const disputedNow = ({ period }: { readonly period: Quarter }): Measurement[] => [standing(period, 'disputed')];

/** What fell to each member, in tax and in output apart. It is told once a period, since a final statement never changes. */
export const finalNow = ({ period, totals: { currency }, parts }: SharingStatement): Measurement[] => [
  standing(period, 'final'),
  ...parts.flatMap(({ member, region, tax, output }) => {
    const side = { part: `${period}/${member}`, date: lastDayOf(period), region, currency };
    return [
      { measure: 'alliance.shared-tax', ...side, quantity: tax },
      { measure: 'alliance.shared-output', ...side, quantity: output },
    ];
  }),
];

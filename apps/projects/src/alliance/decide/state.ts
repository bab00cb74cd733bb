import { alliancePeriodStated, lastDayOf, SharedTotals, SharingStatement } from '@xietong/contracts-projects';
import { type Context, isRefusal, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { findStatement, membersOf } from '../periods.ts';
import type { AllianceState } from '../state.ts';
import { toStatement } from '../statement.ts';

export const StatePeriod = z.strictObject({ period: SharingStatement.shape.period, totals: z.strictObject(SharedTotals.shape) });
export type StatePeriod = z.output<typeof StatePeriod>;

export const state = (alliance: AllianceState, { period, totals }: StatePeriod, { now }: Context) => {
  const lastDay = lastDayOf(period);
  if (todayAt(alliance.agency, now) <= lastDay) return refuse('period-running', { lastDay }, 'period');
  if (membersOf(alliance, period).length === 0) return refuse('period-outside-alliance', { period }, 'period');
  if (findStatement(alliance, period)) return refuse('period-already-stated', { period }, 'period');
  const statement = toStatement(alliance, period, 1, totals);
  return isRefusal(statement) ? statement : [alliancePeriodStated(statement)];
};

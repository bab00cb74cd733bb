import { Quarter, quarterOf, type Standing } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { z } from 'zod';
import { isBelowPlan } from './standing.ts';

/** How a quarter of the calendar ended, or stands so far: by the last report in it. */
export const QuarterStanding = z.strictObject({ quarter: Quarter, belowPlan: z.boolean() });
export type QuarterStanding = z.output<typeof QuarterStanding>;

/** The last two quarters that were reported on, after one more report. A quarter without a report does not end a row. */
export function withReport(quarters: readonly QuarterStanding[], report: Standing): QuarterStanding[] {
  const quarter = quarterOf(report.on);
  const earlier = quarters.filter((other) => other.quarter !== quarter);
  return [...earlier, { quarter, belowPlan: isBelowPlan(report) }].slice(-2);
}

/** Two quarters in a row ended below plan. While the second one lasts, the project may still catch up. */
export function isDecisionDue(quarters: readonly QuarterStanding[], on: LocalDate): boolean {
  const [, second] = quarters;
  return second !== undefined && second.quarter < quarterOf(on) && quarters.every(({ belowPlan }) => belowPlan);
}

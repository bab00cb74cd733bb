import type { Aim, FigureValue, TargetValue } from '@xietong/contracts-reporting';
import { addDays, daysBetween, LocalDate } from '@xietong/domain';
import type { z } from 'zod';
import { isAdditive, type Metric } from '../metrics/metric.ts';

type Aim = z.output<typeof Aim>;
type Years = Pick<TargetValue, 'firstYear' | 'lastYear'>;

const whole = 10_000;
const daysOf = ({ firstYear, lastYear }: Years) => {
  const first = LocalDate.parse(`${firstYear}-01-01`);
  return { first, total: daysBetween(first, LocalDate.parse(`${lastYear + 1}-01-01`)) };
};

/** The days of the period that are gone at the end of a day, from none to all. */
function daysGone(years: Years, day: LocalDate): { readonly gone: number; readonly total: number } {
  const { first, total } = daysOf(years);
  return { gone: Math.min(Math.max(daysBetween(first, addDays(day, 1)), 0), total), total };
}

/** The share of the period that is gone at the end of a day, in basis points. */
export function shareGone(years: Years, day: LocalDate): number {
  const { gone, total } = daysGone(years, day);
  return Math.floor((whole * gone) / total);
}

/**
 * What the pace asks for at the end of a day, in the unit of the figure. What adds up over the period, such as projects or amounts, is due in
 * equal parts for each day, rounded down; a share or a median is due whole at any time, because it does not grow with the period.
 */
export function expectedOn(metric: Metric, target: TargetValue, day: LocalDate): number {
  if (!isAdditive(metric)) return target.value;
  const { gone, total } = daysGone(target, day);
  return Number((BigInt(target.value) * BigInt(gone)) / BigInt(total));
}

/** Whether what was reached is less than asked for, or more than may be. What has no value yet has not failed: nothing was to be counted. */
export function isBehind(aim: Aim, actual: FigureValue | undefined, expected: number): boolean {
  if (actual === undefined) return false;
  return aim === 'at-least' ? BigInt(actual) < BigInt(expected) : BigInt(actual) > BigInt(expected);
}

/** How a target stands: `reached` before its time, `on-pace`, `behind`, or `no-value` while there is nothing that it could be measured by. */
export type Standing = 'reached' | 'on-pace' | 'behind' | 'no-value';

export function standingOf(aim: Aim, value: number, actual: FigureValue | undefined, expected: number): Standing {
  if (actual === undefined) return 'no-value';
  if (isBehind(aim, actual, expected)) return 'behind';
  return aim === 'at-least' && BigInt(actual) >= BigInt(value) ? 'reached' : 'on-pace';
}

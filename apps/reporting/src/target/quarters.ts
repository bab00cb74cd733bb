import type { TargetValue } from '@xietong/contracts-reporting';
import { addDays, firstDayOf, type Instant, lastDayOf, type LocalDate, type Quarter, quarterOf } from '@xietong/domain';
import { type AgencyRef, endOfDayAt } from '@xietong/kernel';

/** The quarter that is assessed first of a target that is set, or goes on, on a day: the one that runs then, or the first of its period. */
export function firstQuarterOf({ firstYear }: Pick<TargetValue, 'firstYear'>, day: LocalDate): Quarter {
  const running = quarterOf(day);
  const first: Quarter = `${firstYear}-Q1`;
  return running < first ? first : running;
}

/** The quarter after one, if the period still has it. */
export function quarterAfter({ lastYear }: Pick<TargetValue, 'lastYear'>, quarter: Quarter): Quarter | undefined {
  const next = quarterOf(addDays(lastDayOf(quarter), 1));
  return firstDayOf(next) <= `${lastYear}-12-31` ? next : undefined;
}

/** The first moment after a quarter at the agency, from which on it can be assessed. */
export const endOfQuarterAt = (agency: AgencyRef, quarter: Quarter): Instant => endOfDayAt(agency, lastDayOf(quarter));

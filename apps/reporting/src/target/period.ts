import type { TargetValue } from '@xietong/contracts-reporting';
import type { LocalDate } from '@xietong/domain';
import { refuse, type Refusal } from '@xietong/kernel';

/** A period has a first and a last year, and is not over. */
export function checkPeriod({ firstYear, lastYear }: TargetValue, today: LocalDate): Refusal<'years-reversed' | 'period-over'> | undefined {
  if (lastYear < firstYear) return refuse('years-reversed', { firstYear, lastYear }, 'lastYear');
  return `${lastYear}-12-31` < today ? refuse('period-over', { lastYear, today }, 'lastYear') : undefined;
}

import type { Instant } from '@xietong/domain';
import { todayAt } from '@xietong/kernel';
import { termOf } from '../rules/working-time.ts';
import { rulesOf } from '../rules/rule-set.ts';
import type { ReviewState } from './state.ts';

/** By when a review that is accepted, or returned, at that moment is to be scored. */
export function scoreTimeOf({ agency, rules }: ReviewState, now: Instant) {
  const { endsAt: scoreBy, provisional } = termOf(agency, todayAt(agency, now), rulesOf(rules).reviewWorkingDays);
  return { scoreBy, provisional };
}

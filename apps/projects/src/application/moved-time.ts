import { applicationDecisionTimeMoved } from '@xietong/contracts-projects';
import { rulesOf } from '../rules/rule-set.ts';
import { decisionTimeOf } from './decision-time.ts';
import type { Undecided } from './state.ts';

/** That the time for the decision has moved, where it was provisional and its days have been announced since with another result. */
export function findMovedTime({ agency, rules, clock }: Undecided) {
  if (!clock.provisional) return undefined;
  const time = decisionTimeOf(agency, clock, rulesOf(rules));
  const isSame = time.remindAt === clock.remindAt && time.decideBy === clock.decideBy;
  return isSame ? undefined : [applicationDecisionTimeMoved(time)];
}

import type { DecisionTime } from '@xietong/contracts-projects';
import type { Instant } from '@xietong/domain';
import { type AgencyRef, todayAt } from '@xietong/kernel';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Count, termOf, usedBy } from '../rules/working-time.ts';

/** By when an application is decided of which so many working days are used, and whose count goes on after `countedFrom`. */
export function decisionTimeOf(agency: AgencyRef, { countedFrom, usedWorkingDays }: Count, rules: RuleSet): DecisionTime {
  const left = (workingDays: number) => termOf(agency, countedFrom, Math.max(0, workingDays - usedWorkingDays));
  const { endsAt: decideBy, provisional } = left(rules.decisionWorkingDays);
  return { remindAt: left(rules.decisionReminderWorkingDays).endsAt, decideBy, provisional };
}

/** How long a decision took that is made now: the working days used, and whether the time for it was over. */
export const timeOfDecision = (agency: AgencyRef, clock: Count & Pick<DecisionTime, 'decideBy'>, now: Instant) => ({
  late: now >= clock.decideBy,
  usedWorkingDays: usedBy(agency, clock, todayAt(agency, now)),
});

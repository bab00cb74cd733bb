import type { MilestoneProgress, Plan, ProgressReport, Standing } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import type { RuleSet } from '../rules/rule-set.ts';

/**
 * Where a project stands on a day, in basis points of its plan (100 are one percent; all of it is exact in integers).
 * Planned: the weights of the milestones that are due on or before that day. Actual: of every milestone, due or not, the part
 * that is done times its weight.
 */
export function standingOn(on: LocalDate, { milestones }: Plan, done: readonly MilestoneProgress[]): Standing {
  const sum = (terms: number[]) => terms.reduce((total, term) => total + term, 0);
  return {
    on,
    plannedBasisPoints: sum(milestones.map(({ due, weightPercent }) => (due <= on ? weightPercent * 100 : 0))),
    actualBasisPoints: sum(milestones.map(({ no, weightPercent }) => weightPercent * donePercentOf(no, done))),
  };
}

/** Less is done than was planned. */
export const isBelowPlan = ({ plannedBasisPoints, actualBasisPoints }: Standing) => actualBasisPoints < plannedBasisPoints;

/** So much of what was planned is not done that it raises a warning (docs/decisions/0003-lag-is-relative.md). */
export const isLagging = ({ plannedBasisPoints, actualBasisPoints }: Standing, { lagWarnedAbovePercent }: RuleSet) =>
  100 * (plannedBasisPoints - actualBasisPoints) > lagWarnedAbovePercent * plannedBasisPoints;

/** The numbers of the milestones of the present plan that the last report does not state as done. */
export function unfinishedOf({ plan, progress }: { readonly plan: Plan; readonly progress: readonly ProgressReport[] }): number[] {
  const done = progress.at(-1)?.milestones ?? [];
  return plan.milestones.map(({ no }) => no).filter((no) => donePercentOf(no, done) < 100);
}

/** What is done of a milestone; nothing where no report has named it. */
export const donePercentOf = (no: number, done: readonly MilestoneProgress[]) =>
  done.find((milestone) => milestone.no === no)?.donePercent ?? 0;

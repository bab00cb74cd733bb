import type { MilestoneProgress, Plan, Standing } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';

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

/** More than 20 % of what was planned is not done, which raises a warning (docs/decisions/0003-lag-is-relative.md). */
export const isLagging = ({ plannedBasisPoints, actualBasisPoints }: Standing) =>
  100 * (plannedBasisPoints - actualBasisPoints) > 20 * plannedBasisPoints;

/** What is done of a milestone; nothing where no report has named it. */
export const donePercentOf = (no: number, done: readonly MilestoneProgress[]) =>
  done.find((milestone) => milestone.no === no)?.donePercent ?? 0;

import type { Score } from './assessment.ts';
import type { Axis } from './call-terms.ts';

/**
 * The total of a review 总分 in hundredths of a point, by the weights of the call's axes: they are whole percents that sum to 100, so it is
 * exact. An axis without a score adds nothing, as does a score on no axis of the call.
 */
export const weightedTotal = (scores: readonly Score[], axes: readonly Pick<Axis, 'code' | 'weightPercent'>[]): number =>
  scores.reduce((total, { axis, points }) => total + points * (axes.find(({ code }) => code === axis)?.weightPercent ?? 0), 0);

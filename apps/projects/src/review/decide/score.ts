import { Assessment, type Score as AxisScore, reviewScored, Score as AxisScoreSchema, weightedTotal } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ReviewState } from '../state.ts';

export const Score = z.strictObject({
  scores: z.array(z.strictObject(AxisScoreSchema.shape)).min(1).max(10),
  comment: Assessment.shape.comment,
});
export type Score = z.output<typeof Score>;

export const score = (review: ReviewState, { scores, comment }: Score, { now }: Context) => {
  if (review.status === 'scored') return refuse('scored-already');
  if (review.status !== 'accepted') return refuse('not-accepted', { status: review.status });
  if (now >= review.scoreBy) return refuse('review-overdue', { scoreBy: review.scoreBy });
  return checkAxes(scores, review.axes) ?? [reviewScored({ scores, total: weightedTotal(scores, review.axes), comment })];
};

type Axes = ReviewState['axes'];

// Each axis once, and no other.
function checkAxes(scores: readonly AxisScore[], axes: Axes) {
  const wrong = scores.findIndex(
    ({ axis }, place) => axes.every(({ code }) => code !== axis) || scores.slice(0, place).some((earlier) => earlier.axis === axis),
  );
  const wanted = axes.map(({ code }) => code);
  if (wrong >= 0) return refuse('scores-not-by-axes', { axes: wanted }, `scores.${wrong}.axis`);
  return scores.length === axes.length ? undefined : refuse('scores-not-by-axes', { axes: wanted }, 'scores');
}

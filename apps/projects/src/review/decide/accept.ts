import { reviewAccepted } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import type { ReviewState } from '../state.ts';
import { scoreTimeOf } from '../times.ts';

export const accept = (review: ReviewState, _: object, { now }: Context) => {
  if (review.status !== 'invited') return refuse('not-invited', { status: review.status });
  // The clock may come a moment later than the time.
  if (now >= review.answerBy) return refuse('review-overdue', { answerBy: review.answerBy });
  return [reviewAccepted(scoreTimeOf(review, now))];
};

import type { Instant } from '@xietong/domain';
import type { ReviewState } from './state.ts';

/** The first moment that is too late for what is awaited from the expert; nothing where nothing is. */
export function dueAt(review: ReviewState): Instant | undefined {
  if (review.status === 'invited') return review.answerBy;
  return review.status === 'accepted' ? review.scoreBy : undefined;
}

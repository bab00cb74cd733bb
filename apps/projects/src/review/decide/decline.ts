import { reviewDeclined } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { isOpen, type ReviewState } from '../state.ts';

export const Decline = z.strictObject(reviewDeclined.schema.shape);
export type Decline = z.output<typeof Decline>;

export const decline = (review: ReviewState, { reason }: Decline) =>
  isOpen(review) ? [reviewDeclined({ reason })] : refuse('review-not-open', { status: review.status });

import { reviewWithdrawn } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { isOpen, type ReviewState } from '../state.ts';

export const Withdraw = z.strictObject(reviewWithdrawn.schema.shape);
export type Withdraw = z.output<typeof Withdraw>;

export const withdraw = (review: ReviewState, { reason }: Withdraw) =>
  isOpen(review) ? [reviewWithdrawn({ reason })] : refuse('review-not-open', { status: review.status });

import { reviewLapsed } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { dueAt } from '../due.ts';
import type { ReviewState } from '../state.ts';

export const lapse = (review: ReviewState, _: object, { now }: Context) => {
  const at = dueAt(review);
  return at !== undefined && now >= at ? [reviewLapsed({ endedAt: at })] : refuse('nothing-overdue');
};

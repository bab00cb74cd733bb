import { reviewInvited } from '@xietong/contracts-projects';
import { type Excerpt, personAlone } from '@xietong/kernel';
import { z } from 'zod';
import { isWithExpert, type ReviewState } from './state.ts';

/** What an expert still knows of a review that he is out of: which one it was. Nothing of what was to be judged. */
const PastReview = z.strictObject({
  status: z.enum(['declined', 'recused', 'withdrawn', 'lapsed']),
  ...reviewInvited.schema.pick({ application: true, call: true, agency: true }).shape,
});

export const excerpt: Excerpt<ReviewState, z.output<typeof PastReview>> = {
  collection: 'past-reviews',
  state: PastReview,
  audience: (review) => (isWithExpert(review) ? [] : [personAlone(review.expert)]),
  of: ({ status, application, call, agency }) => PastReview.parse({ status, application, call, agency }),
  findBy: ['status', 'call'],
};

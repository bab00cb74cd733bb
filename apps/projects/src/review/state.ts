import {
  Assessment,
  reviewAccepted,
  reviewConflictDeclared,
  reviewDeclined,
  reviewInvited,
  reviewLapsed,
} from '@xietong/contracts-projects';
import { z } from 'zod';

const facts = reviewInvited.schema.omit({ answerBy: true, provisional: true }).shape;
const answering = { ...facts, ...reviewInvited.schema.pick({ answerBy: true, provisional: true }).shape };
const scoring = { ...facts, ...reviewAccepted.schema.shape };
// Who said it: the expert himself, or the agency that found it.
const Conflict = z.strictObject({ ...reviewConflictDeclared.schema.shape, saidBy: z.enum(['expert', 'agency']) });

/** A review as it is stored, and as the API shows it. Only one that is scored counts. */
export const ReviewState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('invited'), ...answering }),
  z.strictObject({ status: z.literal('accepted'), ...scoring, returned: z.string().optional() }),
  z.strictObject({ status: z.literal('scored'), ...scoring, assessment: Assessment }),
  z.strictObject({ status: z.literal('declined'), ...facts, ...reviewDeclined.schema.shape }),
  z.strictObject({ status: z.literal('recused'), ...facts, conflict: Conflict, voided: Assessment.optional() }),
  z.strictObject({ status: z.literal('withdrawn'), ...facts, ...reviewDeclined.schema.shape }),
  z.strictObject({ status: z.literal('lapsed'), ...facts, ...reviewLapsed.schema.shape }),
]);
export type ReviewState = z.output<typeof ReviewState>;
export type Status = ReviewState['status'];

/** Something is still awaited from the expert. */
export const isOpen = ({ status }: Pick<ReviewState, 'status'>): boolean => status === 'invited' || status === 'accepted';

/** The expert reads it, with what he is to judge: not once he is out of it. */
export const isWithExpert = (review: ReviewState): boolean => isOpen(review) || review.status === 'scored';

/** Who declined, let the time pass or was not needed can be invited once more; who has a conflict of interest is out for good. */
export const mayBeInvitedAgain = (status: Status): status is 'declined' | 'withdrawn' | 'lapsed' =>
  status === 'declined' || status === 'withdrawn' || status === 'lapsed';

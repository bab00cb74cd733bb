import { Instant, Reason, text } from '@xietong/domain';
import { event, Pseudonym } from '@xietong/kernel';
import { z } from 'zod';
import { ApplicationContent, ApplicationId } from './application-content.ts';
import { applicationDrafted } from './application-events.ts';
import { Assessment } from './assessment.ts';
import { ScoringScheme } from './call-terms.ts';
import { RuleSetId } from './rule-set-id.ts';

/** What a conflict of interest 利益冲突 consists in. */
const Nature = text(2000);

/** The first moment that is too late to score, and whether the calendar may still move it. */
const ScoreTime = z.object({ scoreBy: Instant, provisional: z.boolean() });

/**
 * An agency asks an expert for his review of an application, after no conflict of interest was found. It carries all that he judges: the
 * content as it stood then, and the axes of the call.
 */
export const reviewInvited = event(
  'review.invited',
  1,
  z.object({
    application: ApplicationId,
    ...applicationDrafted.schema.pick({ call: true, agency: true }).shape,
    expert: Pseudonym,
    rules: RuleSetId,
    axes: ScoringScheme.shape.axes,
    content: ApplicationContent,
    answerBy: Instant,
    provisional: z.boolean(),
  }),
);

/** The expert will review it. */
export const reviewAccepted = event('review.accepted', 1, ScoreTime);

/** The expert will not, and says why. */
export const reviewDeclined = event('review.declined', 1, z.object({ reason: Reason }));

/** The expert found a conflict of interest of his own 回避; what he may have scored does not count. */
export const reviewConflictDeclared = event('review.conflict-declared', 1, z.object({ nature: Nature }));

/** The agency found a conflict of interest of the expert's; what he may have scored does not count. */
export const reviewConflictFound = event('review.conflict-found', 1, z.object({ nature: Nature }));

/** The expert's assessment, given once. */
export const reviewScored = event('review.scored', 1, Assessment);

/** The agency asks for an assessment anew, such as one whose comment does not bear its scores out. The former one does not count. */
export const reviewReturned = event('review.returned', 1, z.object({ reason: Reason, ...ScoreTime.shape }));

/** The agency does without the review. */
export const reviewWithdrawn = event('review.withdrawn', 1, z.object({ reason: Reason }));

/** The time for the answer or for the assessment was over, and there was none. */
export const reviewLapsed = event('review.lapsed', 1, z.object({ endedAt: Instant }));

/** Every event of a review, in the order of its life. */
export const reviewEvents = [
  reviewInvited,
  reviewAccepted,
  reviewDeclined,
  reviewConflictDeclared,
  reviewConflictFound,
  reviewScored,
  reviewReturned,
  reviewWithdrawn,
  reviewLapsed,
] as const;

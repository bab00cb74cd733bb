import { Reason } from '@xietong/domain';
import { reviewReturned } from '@xietong/contracts-projects';
import { type Context, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../../application/state.ts';
import type { ReviewState } from '../state.ts';
import { scoreTimeOf } from '../times.ts';

export const Return = z.strictObject({ reason: Reason });
export type Return = z.output<typeof Return>;

/** The application that is reviewed, as it stands now. */
export interface OfApplication {
  readonly application: ApplicationState | undefined;
}

export const applicationOf = async (look: Lookup, _: object, { application }: ReviewState): Promise<OfApplication> => ({
  application: (await look.find('applications', application)) as ApplicationState | undefined,
});

export const returnToExpert = (review: ReviewState, { reason }: Return, { now, gathered: { application } }: Context<OfApplication>) => {
  if (review.status !== 'scored') return refuse('not-scored', { status: review.status });
  // What the panel counted stays as it counted it.
  if (application?.status !== 'eligible') return refuse('not-eligible', { status: application?.status });
  return [reviewReturned({ reason, ...scoreTimeOf(review, now) })];
};

import { exemptionVoteCast } from '@xietong/contracts-projects';
import { z } from 'zod';

/** A vote as it is stored, and as its member alone reads it. It never changes. */
export const ExemptionVoteState = z.strictObject({ status: z.literal('cast'), ...exemptionVoteCast.schema.shape });
export type ExemptionVoteState = z.output<typeof ExemptionVoteState>;

/** The id of a member's vote: he has one in each case. */
export const voteIdOf = (exemption: string, expert: string): string => `${exemption}.${expert}`;

import { expertRegistered, expertRejected, expertSuspended, expertVerified } from '@xietong/contracts-talent';
import { z } from 'zod';

const declared = expertRegistered.schema.shape;
const onRoster = { ...declared, ...expertVerified.schema.shape };

/** An expert as he is stored, and as the API shows him. `registered`: he waits to be verified. `lapsed`: he did not renew in time. */
export const ExpertState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('registered'), ...declared }),
  z.strictObject({ status: z.literal('rejected'), ...declared, ...expertRejected.schema.shape }),
  z.strictObject({ status: z.literal('verified'), ...onRoster }),
  z.strictObject({ status: z.literal('lapsed'), ...onRoster }),
  z.strictObject({
    status: z.literal('suspended'),
    ...onRoster,
    ...expertSuspended.schema.shape,
    returnsTo: z.enum(['verified', 'lapsed']),
  }),
]);
export type ExpertState = z.output<typeof ExpertState>;
export type Status = ExpertState['status'];

/** Those whom their agency has verified, whatever has become of them since. */
export type OnRoster = Extract<ExpertState, { status: 'verified' | 'lapsed' | 'suspended' }>;
export const isOnRoster = (expert: ExpertState): expert is OnRoster => 'number' in expert;

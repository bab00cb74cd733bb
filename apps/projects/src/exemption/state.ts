import {
  CommitteeMember,
  exemptionApplied,
  exemptionConflictDeclared,
  exemptionDecided,
  exemptionInvestigated,
} from '@xietong/contracts-projects';
import { z } from 'zod';

const facts = exemptionApplied.schema.shape;
/** `conflicts` are all that were declared, also by members who were replaced since. */
const Committee = z.strictObject({ members: z.array(CommitteeMember), conflicts: z.array(exemptionConflictDeclared.schema) });
const appointed = { ...facts, committee: Committee };
const investigated = { ...appointed, ...exemptionInvestigated.schema.shape };
const decided = { ...investigated, decision: exemptionDecided.schema.omit({ granted: true }) };

/** An exemption as it is stored, and as the API shows it. Votes stand in it once it is decided, and not before. */
export const ExemptionState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('applied'), ...facts }),
  z.strictObject({ status: z.literal('appointed'), ...appointed }),
  z.strictObject({ status: z.literal('investigated'), ...investigated }),
  z.strictObject({ status: z.literal('granted'), ...decided }),
  z.strictObject({ status: z.literal('denied'), ...decided }),
]);
export type ExemptionState = z.output<typeof ExemptionState>;
export type Status = ExemptionState['status'];

/** Those whose committee has still to come to a decision. */
export type Undecided = Extract<ExemptionState, { status: 'appointed' | 'investigated' }>;
export const isUndecided = (exemption: ExemptionState): exemption is Undecided =>
  exemption.status === 'appointed' || exemption.status === 'investigated';

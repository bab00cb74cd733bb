import { riskAnswered, riskAssessed, riskClosed, riskRaised } from '@xietong/contracts-projects';
import { z } from 'zod';

const facts = { ...riskRaised.schema.shape, answers: z.array(riskAnswered.schema) };

/** What the registrar said last. `overdue` once the clock has found that no answer came in time. */
const Assessment = z.strictObject({ ...riskAssessed.schema.omit({ participants: true }).shape, overdue: z.boolean() });

/** A risk as it is stored, and as the API shows it. While it is `assessed` an answer is awaited. */
export const RiskState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('raised'), ...facts }),
  z.strictObject({ status: z.literal('assessed'), ...facts, assessment: Assessment }),
  z.strictObject({ status: z.literal('answered'), ...facts, assessment: Assessment }),
  z.strictObject({ status: z.literal('closed'), ...facts, assessment: Assessment.optional(), ...riskClosed.schema.shape }),
]);
export type RiskState = z.output<typeof RiskState>;

export const assessmentOf = (risk: RiskState) => (risk.status === 'raised' ? undefined : risk.assessment);

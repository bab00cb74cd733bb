import { riskAnswered } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { RiskState } from '../state.ts';

export const Answer = z.strictObject(riskAnswered.schema.pick({ measures: true }).shape);
export type Answer = z.output<typeof Answer>;

export const answer = (risk: RiskState, { measures }: Answer, { now }: Context) =>
  risk.status === 'assessed'
    ? [riskAnswered({ measures, late: now >= risk.assessment.answerBy })]
    : refuse('no-answer-awaited', { status: risk.status });

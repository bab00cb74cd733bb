import { applicationRefused } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { Assessed } from '../assessments.ts';
import { timeOfDecision } from '../decision-time.ts';
import type { ApplicationState } from '../state.ts';

export const Refuse = z.strictObject({ reason: Reason });
export type Refuse = z.output<typeof Refuse>;

export const refuseApplication = (application: ApplicationState, { reason }: Refuse, { now, gathered }: Context<Assessed>) => {
  const { status, agency } = application;
  if (status !== 'eligible' && status !== 'shortlisted' && status !== 'publicised') return refuse('not-eligible', { status });
  return [applicationRefused({ reason, ...timeOfDecision(agency, application.clock, now), assessments: [...gathered.assessments] })];
};

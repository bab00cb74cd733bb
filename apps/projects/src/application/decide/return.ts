import { applicationReturned } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import { termOf, usedBy } from '../../rules/working-time.ts';
import type { ApplicationState } from '../state.ts';

export const Return = z.strictObject({ reason: Reason });
export type Return = z.output<typeof Return>;

export const returnToApplicant = (application: ApplicationState, { reason }: Return, { now }: Context) => {
  const { status, agency, rules } = application;
  if (status !== 'submitted') return refuse('not-submitted', { status });
  const today = todayAt(agency, now);
  const { endsAt: resubmitBy, provisional } = termOf(agency, today, rulesOf(rules).resubmissionWorkingDays);
  return [applicationReturned({ reason, usedWorkingDays: usedBy(agency, application.clock, today), resubmitBy, provisional })];
};

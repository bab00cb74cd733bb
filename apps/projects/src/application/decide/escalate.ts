import { applicationDecisionEscalated } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { findMovedTime } from '../moved-time.ts';
import { type ApplicationState, isUndecided } from '../state.ts';

export const escalate = (application: ApplicationState, _: object, { now }: Context) => {
  const { status } = application;
  if (!isUndecided(application) || application.clock.escalated || now < application.clock.decideBy)
    return refuse('nothing-overdue', { status });
  return findMovedTime(application) ?? [applicationDecisionEscalated({ decideBy: application.clock.decideBy })];
};

import { applicationDecisionReminded } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { findMovedTime } from '../moved-time.ts';
import { type ApplicationState, isUndecided } from '../state.ts';

export const remind = (application: ApplicationState, _: object, { now }: Context) => {
  const { status } = application;
  if (!isUndecided(application) || application.clock.reminded || now < application.clock.remindAt)
    return refuse('nothing-overdue', { status });
  return findMovedTime(application) ?? [applicationDecisionReminded({ decideBy: application.clock.decideBy })];
};

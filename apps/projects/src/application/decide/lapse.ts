import { applicationLapsed } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import type { ApplicationState } from '../state.ts';

export const lapse = (application: ApplicationState, _: object, { now }: Context) => {
  if (application.status !== 'returned' || now < application.returned.resubmitBy)
    return refuse('nothing-overdue', { status: application.status });
  return [applicationLapsed({ resubmitBy: application.returned.resubmitBy })];
};

import { applicationWithdrawn } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { type ApplicationState, isUndecided } from '../state.ts';

export const Withdraw = z.strictObject({ reason: Reason });
export type Withdraw = z.output<typeof Withdraw>;

export const withdraw = (application: ApplicationState, { reason }: Withdraw) => {
  const { status } = application;
  const isOngoing = status === 'draft' || status === 'returned' || isUndecided(application);
  return isOngoing ? [applicationWithdrawn({ reason })] : refuse('application-ended', { status });
};

import { expertSuspended } from '@xietong/contracts-talent';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { type ExpertState, isOnRoster } from '../state.ts';

export const Suspend = z.strictObject(expertSuspended.schema.shape);
export type Suspend = z.output<typeof Suspend>;

export const suspend = (expert: ExpertState, { reason }: Suspend) => {
  if (!isOnRoster(expert)) return refuse('not-on-roster', { status: expert.status });
  return expert.status === 'suspended' ? refuse('expert-suspended', { reason: expert.reason }) : [expertSuspended({ reason })];
};

import { showcaseWithdrawn } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ShowcaseState } from '../state.ts';

export const Withdraw = z.strictObject(showcaseWithdrawn.schema.shape);
export type Withdraw = z.output<typeof Withdraw>;

export const withdraw = ({ status }: ShowcaseState, { reason }: Withdraw) =>
  status === 'declined' || status === 'withdrawn' ? refuse('showcase-ended', { status }) : [showcaseWithdrawn({ reason })];

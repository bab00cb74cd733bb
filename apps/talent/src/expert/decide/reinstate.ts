import { expertLapsed, expertReinstated } from '@xietong/contracts-talent';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ExpertState } from '../state.ts';

export const Reinstate = z.strictObject(expertReinstated.schema.shape);
export type Reinstate = z.output<typeof Reinstate>;

/** A term that ended while he was suspended has ended: he is reinstated, and lapses. */
export const reinstate = (expert: ExpertState, { reason }: Reinstate, { now }: Context) => {
  if (expert.status !== 'suspended') return refuse('not-suspended', { status: expert.status });
  const { returnsTo, validUntil } = expert;
  const hasEnded = returnsTo === 'verified' && now >= validUntil;
  return [expertReinstated({ reason }), ...(hasEnded ? [expertLapsed({ validUntil })] : [])];
};

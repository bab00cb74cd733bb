import { expertVerified } from '@xietong/contracts-talent';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import type { ExpertState } from '../state.ts';
import { endOfTerm } from '../term.ts';

export const Verify = z.strictObject(expertVerified.schema.pick({ number: true }).shape);
export type Verify = z.output<typeof Verify>;

export const verify = ({ status, agency }: ExpertState, { number }: Verify, { now }: Context) => {
  if (status !== 'registered') return refuse('not-up-for-verification', { status });
  const today = todayAt(agency, now);
  return [expertVerified({ number, validUntil: endOfTerm(agency, today, today) })];
};

import { expertLapsed } from '@xietong/contracts-talent';
import { type Context, refuse } from '@xietong/kernel';
import type { ExpertState } from '../state.ts';

export const lapse = (expert: ExpertState, _: object, { now }: Context) => {
  if (expert.status !== 'verified' || now < expert.validUntil) return refuse('term-running', { status: expert.status });
  return [expertLapsed({ validUntil: expert.validUntil })];
};

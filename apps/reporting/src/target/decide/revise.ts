import { targetRevised } from '@xietong/contracts-reporting';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { checkPeriod } from '../period.ts';
import { currentOf, type TargetState } from '../state.ts';

const { version: _, ...revised } = targetRevised.schema.shape;
export const Revise = z.strictObject(revised);
export type Revise = z.output<typeof Revise>;

export const revise = (target: TargetState, input: Revise, { now }: Context) => {
  if (target.status === 'ended') return refuse('target-ended', { lastYear: currentOf(target).lastYear });
  const { value, firstYear, lastYear } = currentOf(target);
  if (input.value === value && input.firstYear === firstYear && input.lastYear === lastYear) return refuse('nothing-revised', {}, 'value');
  return checkPeriod(input, todayAt(target.agency, now)) ?? [targetRevised({ version: target.versions.length + 1, ...input })];
};

import { NarrowingInput, targetSet } from '@xietong/contracts-reporting';
import { type Context, isRefusal, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { askedBy, measuredBy } from '../asked-figure.ts';
import { checkPeriod } from '../period.ts';

export const Set = z.strictObject({ ...targetSet.schema.omit({ agency: true, unit: true, setOn: true }).shape, narrowing: NarrowingInput });
export type Set = z.output<typeof Set>;

export const set = (_: undefined, input: Set, { actor: { agency }, now }: Context) => {
  if (agency === undefined) return refuse('agency-needed');
  const measured = measuredBy(askedBy(input.metric, input.narrowing, input));
  if (isRefusal(measured)) return measured;
  const setOn = todayAt(agency, now);
  return checkPeriod(input, setOn) ?? [targetSet({ agency, unit: measured.unit, setOn, ...input })];
};

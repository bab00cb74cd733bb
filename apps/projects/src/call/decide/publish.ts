import { AgencyNumber, callPublished, CallTermsInput } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOn } from '../../rules/rule-set.ts';
import { checkTerms } from '../terms.ts';

export const Publish = z.strictObject({ number: AgencyNumber, ...CallTermsInput.shape });
export type Publish = z.output<typeof Publish>;

export const publish = (_: undefined, input: Publish, { actor, now }: Context) => {
  const { agency } = actor;
  if (!agency) return refuse('no-agency');
  if (input.closesAt <= now) return refuse('closes-in-the-past', { now }, 'closesAt');
  const rules = rulesOn(todayAt(agency, now));
  return checkTerms(input, rules) ?? [callPublished({ agency, rules: rules.id, ...input })];
};

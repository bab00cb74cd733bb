import { callAmended, CallTerms, CallTermsInput } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import type { CallState } from '../state.ts';
import { checkTerms } from '../terms.ts';

export const Amend = z.strictObject({ ...CallTermsInput.shape, reason: Reason });
export type Amend = z.output<typeof Amend>;

/** Terms on which nobody has relied yet when they become better for everyone: a later end and a larger budget. */
const neverWorse = ['closesAt', 'budget'] as const;

export const amend = (call: CallState, input: Amend, { now }: Context) => {
  if (call.status !== 'published') return refuse('call-closed');
  const changed = changedTerms(call, input);
  if (changed.length === 0) return refuse('nothing-amended');
  if (changed.includes('closesAt') && input.closesAt <= now) return refuse('closes-in-the-past', { now }, 'closesAt');
  return (
    (now < call.opensAt ? undefined : checkOpen(call, input, changed)) ?? checkTerms(input, rulesOf(call.rules)) ?? [callAmended(input)]
  );
};

// Once applications are being written, what they are written for stays.
function checkOpen(call: CallState, input: Amend, changed: readonly string[]) {
  const fixed = changed.find((name) => !neverWorse.some((term) => term === name));
  if (fixed) return refuse('call-open', { mayChange: neverWorse }, fixed);
  if (input.closesAt < call.closesAt) return refuse('call-open', { closesAt: call.closesAt }, 'closesAt');
  const { amount, currency } = input.budget;
  const isWorse = currency !== call.budget.currency || amount < call.budget.amount;
  return isWorse ? refuse('call-open', { budget: call.budget }, 'budget') : undefined;
}

// Parsed by one schema, equal terms have their fields in one order.
function changedTerms(before: CallTerms, after: CallTerms): string[] {
  const [one, other] = [CallTerms.parse(before), CallTerms.parse(after)];
  return termNames.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

const termNames = Object.keys(CallTerms.shape) as (keyof CallTerms)[];

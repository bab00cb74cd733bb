import { ExpertProfile, ExpertProfileInput, expertProfileChanged } from '@xietong/contracts-talent';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import type { z } from 'zod';
import { checkNothingForgotten } from '../forgotten.ts';
import { checkProfile } from '../profile.ts';
import { type ExpertState, isOnRoster } from '../state.ts';

export const ChangeProfile = ExpertProfileInput;
export type ChangeProfile = z.output<typeof ChangeProfile>;

export const changeProfile = (expert: ExpertState, profile: ChangeProfile, { now }: Context) => {
  const before = ExpertProfile.parse(expert);
  if (JSON.stringify(before) === JSON.stringify(ExpertProfile.parse(profile))) return refuse('nothing-changed');
  const fault = checkProfile(profile);
  if (fault) return fault;
  // Nobody relies on what an agency has not looked into: until then a slip is mended, not kept for three years.
  const forgotten = isOnRoster(expert) ? checkNothingForgotten(before, profile, todayAt(expert.agency, now)) : undefined;
  return forgotten ?? [expertProfileChanged(profile)];
};

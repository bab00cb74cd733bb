import { ExpertProfileInput, expertRegistered } from '@xietong/contracts-talent';
import { AgencyRef, type Context } from '@xietong/kernel';
import { z } from 'zod';
import { checkProfile } from '../profile.ts';

export const Register = z.strictObject({ agency: AgencyRef, ...ExpertProfileInput.shape });
export type Register = z.output<typeof Register>;

export const register = (_: undefined, { agency, ...profile }: Register, { actor }: Context) =>
  checkProfile(profile) ?? [expertRegistered({ expert: actor.id, agency, ...profile })];

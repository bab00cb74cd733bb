import { projectRegistered, type RegisterProject } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { checkParticipants } from '../participants.ts';
import { checkTerm } from '../plan.ts';

export const register = (_: undefined, input: RegisterProject, { actor }: Context) => {
  if (!actor.agency) return refuse('no-agency');
  return checkTerm(input) ?? checkParticipants(input.participants) ?? [projectRegistered({ registrar: actor.agency, ...input })];
};

import { projectRegistered, type RegisterProject } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { checkParticipants } from '../participants.ts';
import { latestDayAt } from '../latest-day.ts';
import { checkTerm } from '../plan.ts';

export const register = (_: undefined, input: RegisterProject, { actor, now }: Context) => {
  if (!actor.agency) return refuse('no-agency');
  const latestOn = latestDayAt(now);
  if (input.signedOn > latestOn) return refuse('signed-in-the-future', { latestOn }, 'signedOn');
  return checkTerm(input) ?? checkParticipants(input.participants) ?? [projectRegistered({ registrar: actor.agency, ...input })];
};

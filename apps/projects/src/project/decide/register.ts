import { projectRegistered, type Registration } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { rulesOn } from '../../rules/rule-set.ts';
import { checkParticipants } from '../participants.ts';
import { latestDayAt } from '../latest-day.ts';
import { checkTerm } from '../plan.ts';

export const register = (_: undefined, input: Registration, { actor, now }: Context) => {
  const { agency } = actor;
  if (!agency) return refuse('no-agency');
  const latestOn = latestDayAt(now);
  if (input.signedOn > latestOn) return refuse('signed-in-the-future', { latestOn }, 'signedOn');
  const rules = rulesOn(todayAt(agency, now)).id;
  return checkTerm(input) ?? checkParticipants(input.participants) ?? [projectRegistered({ registrar: agency, rules, ...input })];
};

import { allianceFounded, MemberInput, membersMax } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOn } from '../../rules/rule-set.ts';
import { checkMember } from '../members.ts';

export const Found = z.strictObject({
  ...allianceFounded.schema.omit({ agency: true, rules: true }).shape,
  members: z.array(MemberInput).min(1).max(membersMax),
});
export type Found = z.output<typeof Found>;

export const found = (_: undefined, input: Found, { actor: { agency }, now }: Context) => {
  if (!agency) return refuse('no-agency');
  const rules = rulesOn(todayAt(agency, now));
  const { allianceMembersMin } = rules;
  if (input.members.length < allianceMembersMin) return refuse('too-few-members', { allianceMembersMin }, 'members');
  return checkMembers(input.members) ?? [allianceFounded({ agency, rules: rules.id, ...input })];
};

function checkMembers(members: Found['members']) {
  for (const [place, member] of members.entries()) {
    const at = `members.${place}`;
    if (members.slice(0, place).some(({ id }) => id === member.id)) return refuse('member-repeated', {}, `${at}.id`);
    const fault = checkMember(member, at);
    if (fault) return fault;
  }
  return undefined;
}

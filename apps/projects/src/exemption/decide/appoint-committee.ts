import { Affiliation, CommitteeMember, exemptionCommitteeAppointed } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { NamedProject } from '../../project/named-project.ts';
import { rulesOf } from '../../rules/rule-set.ts';
import { type Around, checkMember } from '../committee.ts';
import type { ExemptionState } from '../state.ts';

/** A member as people send him: closed, so that a mistyped field is refused and not lost. */
export const MemberInput = z.strictObject({
  ...CommitteeMember.shape,
  affiliations: z.array(z.strictObject(Affiliation.shape)).max(30),
});

export const AppointCommittee = z.strictObject({ members: z.array(MemberInput).min(1).max(15) });
export type AppointCommittee = z.output<typeof AppointCommittee>;

export const appointCommittee = (
  exemption: ExemptionState,
  { members }: AppointCommittee,
  { now, gathered: { project } }: Context<NamedProject>,
) => {
  if (exemption.status !== 'applied') return refuse('committee-appointed', { status: exemption.status });
  if (!project) return refuse('project-unknown', { project: exemption.project });
  const { committeeMembersMin } = rulesOf(exemption.rules);
  if (members.length < committeeMembersMin) return refuse('committee-too-small', { committeeMembersMin }, 'members');
  return checkMembers(members, { exemption, project, now }) ?? [exemptionCommitteeAppointed({ members })];
};

function checkMembers(members: readonly CommitteeMember[], around: Around) {
  for (const [place, member] of members.entries()) {
    const at = `members.${place}`;
    if (members.slice(0, place).some(({ expert }) => expert === member.expert)) return refuse('member-repeated', {}, `${at}.expert`);
    const conflict = checkMember(member, at, around);
    if (conflict) return conflict;
  }
  return undefined;
}

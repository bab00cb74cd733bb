import { exemptionMemberReplaced } from '@xietong/contracts-projects';
import { type Context, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { type ExemptionVoteState, voteIdOf } from '../../exemption-vote/state.ts';
import { type NamedProject, projectOf } from '../../project/named-project.ts';
import { checkMember, isInConflict, isMember, membersOf } from '../committee.ts';
import { type ExemptionState, isUndecided } from '../state.ts';
import { MemberInput } from './appoint-committee.ts';

export const ReplaceMember = z.strictObject({
  ...exemptionMemberReplaced.schema.pick({ expert: true, reason: true }).shape,
  member: MemberInput,
});
export type ReplaceMember = z.output<typeof ReplaceMember>;

/** The vote of the member who leaves, beside the project. */
export interface BeforeReplacement extends NamedProject {
  readonly vote: ExemptionVoteState | undefined;
}

export const voteOfLeaving = async (look: Lookup, { expert }: ReplaceMember, state: ExemptionState): Promise<BeforeReplacement> => ({
  ...(await projectOf(look, state)),
  vote: (await look.find('exemption-votes', voteIdOf(state.exemption, expert))) as ExemptionVoteState | undefined,
});

export const replaceMember = (
  exemption: ExemptionState,
  input: ReplaceMember,
  { now, gathered: { project, vote } }: Context<BeforeReplacement>,
) => {
  const { expert, member } = input;
  if (!isUndecided(exemption)) return refuse('no-committee-at-work', { status: exemption.status });
  if (!project) return refuse('project-unknown', { project: exemption.project });
  const around = { exemption, project, now };
  const leaving = membersOf(exemption).find((each) => each.expert === expert);
  if (!leaving) return refuse('member-unknown', {}, 'expert');
  // Nobody is exchanged for having voted: only a conflict takes a vote back.
  if (vote && !isInConflict(leaving, around)) return refuse('member-voted', {}, 'expert');
  if (isMember(exemption, member.expert)) return refuse('member-repeated', {}, 'member.expert');
  return checkMember(member, 'member', around) ?? [exemptionMemberReplaced(input)];
};

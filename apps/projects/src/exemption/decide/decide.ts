import { exemptionDecided } from '@xietong/contracts-projects';
import { type Context, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { type ExemptionVoteState, voteIdOf } from '../../exemption-vote/state.ts';
import { type NamedProject, projectOf } from '../../project/named-project.ts';
import { isInConflict, membersOf } from '../committee.ts';
import type { ExemptionState } from '../state.ts';

export const Decide = z.strictObject(exemptionDecided.schema.pick({ granted: true, reasons: true, effect: true }).shape);
export type Decide = z.output<typeof Decide>;

/** The votes of the present members, as far as they were cast, beside the project. */
export interface BeforeDecision extends NamedProject {
  readonly votes: readonly (ExemptionVoteState | undefined)[];
}

export const votesOf = async (look: Lookup, _: Decide, state: ExemptionState): Promise<BeforeDecision> => ({
  ...(await projectOf(look, state)),
  votes: (await Promise.all(membersOf(state).map(({ expert }) => look.find('exemption-votes', voteIdOf(state.exemption, expert))))) as (
    ExemptionVoteState | undefined
  )[],
});

export const decide = (exemption: ExemptionState, input: Decide, { now, gathered }: Context<BeforeDecision>) => {
  if (exemption.status !== 'investigated') return refuse('not-up-for-decision', { status: exemption.status });
  const { project } = gathered;
  if (!project) return refuse('project-unknown', { project: exemption.project });
  const members = membersOf(exemption);
  const inConflict = members.filter((member) => isInConflict(member, { exemption, project, now })).map(({ expert }) => expert);
  if (inConflict.length > 0) return refuse('conflict-on-committee', { experts: inConflict });
  const votes = members.flatMap(({ expert }) => gathered.votes.filter((vote) => vote?.voter === expert)).flatMap((vote) => vote ?? []);
  const missing = members.map(({ expert }) => expert).filter((expert) => !votes.some(({ voter }) => voter === expert));
  if (missing.length > 0) return refuse('votes-missing', { experts: missing });
  const inFavour = votes.filter((vote) => vote.inFavour).length;
  // Without a majority for it, nothing is granted: a tie denies.
  if (input.granted !== inFavour * 2 > votes.length)
    return refuse('against-majority', { inFavour, against: votes.length - inFavour }, 'granted');
  return [
    exemptionDecided({ ...input, votes: votes.map(({ voter, inFavour: yes, reasons }) => ({ expert: voter, inFavour: yes, reasons })) }),
  ];
};

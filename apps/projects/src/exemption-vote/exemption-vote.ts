import { exemptionVoteEvents } from '@xietong/contracts-projects';
import { aggregate, create, type EventOf, personAlone, role } from '@xietong/kernel';
import { Cast, cast, exemptionOf } from './decide/cast.ts';
import { ExemptionVoteState, voteIdOf } from './state.ts';

/** One member's vote in a document of its own, so that no other member reads it: the case shows the votes when it is decided. */
export const ExemptionVote = aggregate('exemption-vote', {
  state: ExemptionVoteState,
  events: exemptionVoteEvents,
  evolve,
  agency: (s) => s.registrar,
  audience: (s) => [personAlone(s.voter)],
  keys: {
    exemption: (s) => s.exemption,
  },
  commands: {
    cast: create(cast, {
      input: Cast,
      allow: role('expert'),
      gather: exemptionOf,
      id: ({ exemption }, { id }) => voteIdOf(exemption, id),
      emits: ['exemption-vote.cast'],
      refuses: ['exemption-unknown', 'not-up-for-decision', 'conflict-declared'],
    }),
  },
});

function evolve(vote: ExemptionVoteState | undefined, { type, data }: EventOf<typeof exemptionVoteEvents>): ExemptionVoteState {
  if (vote) throw new Error(`'${type}' of a vote that was cast already`);
  return { status: 'cast', ...data };
}

import { commandSequences, eventsOutOfReach, play, type Step } from '@xietong/testing';
import fc from 'fast-check';
import {
  account,
  applicantId,
  asExpert,
  decision,
  exemptionId,
  first,
  fourth,
  gathered,
  investigated,
  leadId,
  members,
  now,
  projectId,
  replaced,
  second,
  third,
  voteOf,
} from './example.fixture.ts';
import { Exemption } from './exemption.ts';

const experts = [first, second, third, fourth];
const anyMember = fc.record({
  expert: fc.constantFrom(...experts),
  affiliations: fc.subarray([{ organisation: leadId }, { organisation: 'NO-ORGNR:971035854' }]),
});
const anyOrder = commandSequences(Exemption, {
  apply: fc.constant({ project: projectId, ...account }),
  appointCommittee: fc.record({ members: fc.oneof(fc.constant(members), fc.array(anyMember, { minLength: 1, maxLength: 4 })) }),
  declareConflict: fc.constant({ nature: 'For the sake of the example' }),
  replaceMember: fc.record({ expert: fc.constantFrom(...experts), reason: fc.constant(replaced.data.reason), member: anyMember }),
  investigate: fc.constant(investigated.data),
  decide: fc.boolean().map((granted) => ({ ...decision, granted })),
});
// Chance alone seldom comes to a vote: most sequences begin with some of the way there.
const wayToTheVote: Step[] = [
  { command: 'apply', input: { project: projectId, ...account }, hoursLater: 0 },
  { command: 'appointCommittee', input: { members }, hoursLater: 10 },
  { command: 'investigate', input: investigated.data, hoursLater: 10 },
];
const sequences = fc
  .tuple(fc.integer({ min: 1, max: wayToTheVote.length }), anyOrder)
  .map(([length, [, ...others]]) => [...wayToTheVote.slice(0, length), ...others]);

// One person gives every command: of the participant that applies, and, where members act, the third of them.
const actor = { ...asExpert(third), roles: ['applicant', 'expert'] as const, org: applicantId };
const votes = (choices: readonly boolean[]) => experts.map((expert, i) => voteOf(expert, choices[i] === true));
const anyVotes = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }).map(votes);
const around = { actor, now, id: exemptionId, gathered: { ...gathered, votes: votes([true, false, true, false]), vote: undefined } };

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Exemption, steps, around)),
    { numRuns: 100 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Exemption, sequences, around)).toEqual([]);
});

test('a decision is that of the majority of all members, of whom none is of a participant or has declared a conflict', () => {
  fc.assert(
    fc.property(sequences, anyVotes, (steps, cast) => {
      const history = play(Exemption, steps, { ...around, gathered: { ...around.gathered, votes: cast } });
      const states = history.map((_, i) => history.slice(0, i + 1).reduce(evolve, undefined));
      const end = states.at(-1);
      for (const state of states.slice(0, -1)) expect(JSON.stringify(state)).not.toContain('because, says');
      if (end?.status !== 'granted' && end?.status !== 'denied') return;
      const { committee, decision: made } = end;
      const [yes, no] = [true, false].map((choice) => made.votes.filter(({ inFavour }) => inFavour === choice).length);
      expect(made.votes.map(({ expert }) => expert)).toEqual(committee.members.map(({ expert }) => expert));
      expect(end.status === 'granted').toBe((yes ?? 0) > (no ?? 0));
      expect(committee.members.length).toBeGreaterThanOrEqual(3);
      const declared = committee.conflicts.map(({ expert }) => expert);
      for (const { expert, affiliations } of committee.members) {
        expect(declared).not.toContain(expert);
        expect(affiliations.map(({ organisation }) => organisation)).not.toContain(leadId);
      }
    }),
    { numRuns: 200 },
  );
});

const evolve = (state: Parameters<typeof Exemption.evolve>[0], event: object) => Exemption.evolve(state, event as never);

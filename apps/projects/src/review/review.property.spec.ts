import { commandSequences, eventsOutOfReach, play } from '@xietong/testing';
import fc from 'fast-check';
import { agency, around, assessment, asExpert, invitation, now } from './example.fixture.ts';
import { Review } from './review.ts';

const reason = fc.constant({ reason: 'For the sake of the example' });
const nature = fc.constant({ nature: 'For the sake of the example' });
const { scores, comment } = assessment;
const sequences = commandSequences(Review, {
  invite: fc.constant(invitation),
  decline: reason,
  withdraw: reason,
  return: reason,
  declareConflict: nature,
  voidForConflict: nature,
  score: fc.record({ scores: fc.constantFrom(scores, scores.slice(1)), comment: fc.constant(comment) }),
});
// Nobody asks here whether the officer or the expert gives a command; the invitation asks of which agency he is.
const surroundings = { actor: { ...asExpert, agency }, now, gathered: around } as const;

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Review, steps, surroundings)),
    { numRuns: 200 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Review, sequences, surroundings)).toEqual([]);
});

test('whoever is out for a conflict of interest never scores again, however the agency goes on', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const types = play(Review, steps, surroundings).map(({ type }) => type);
      const out = types.findIndex((type) => type === 'review.conflict-declared' || type === 'review.conflict-found');
      expect(out < 0 ? [] : types.slice(out + 1)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

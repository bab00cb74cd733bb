import { eventsOutOfReach, play, stateAfter } from '@xietong/testing';
import fc from 'fast-check';
import { asExpert, exemptionId, first, now, onTheTable } from '../exemption/example.fixture.ts';
import { Exemption } from '../exemption/exemption.ts';
import { ExemptionVote } from './exemption-vote.ts';

const sequences = fc
  .record({ inFavour: fc.boolean(), reasons: fc.constant('For the sake of the example') })
  .map((vote) => [{ command: 'cast', input: { exemption: exemptionId, ...vote }, hoursLater: 0 }]);
const around = { actor: asExpert(first), now, gathered: { exemption: stateAfter(Exemption, onTheTable) } };

test('whatever a member votes, the state is sound and says what he voted', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const [event] = play(ExemptionVote, steps, around);
      expect(event?.data).toMatchObject({ ...steps[0]?.input, voter: first });
    }),
    { numRuns: 20 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(ExemptionVote, sequences, around)).toEqual([]);
});

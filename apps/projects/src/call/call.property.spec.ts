import { commandSequences, eventsOutOfReach, officer, play } from '@xietong/testing';
import fc from 'fast-check';
import { agency, publication, terms } from './example.fixture.ts';
import { Call } from './call.ts';

const moment = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`);
const changes = fc.record(
  {
    opensAt: moment,
    closesAt: moment,
    title: fc.constantFrom(terms.title, 'Another'),
    publicityWorkingDays: fc.integer({ min: 3, max: 9 }),
  },
  { requiredKeys: [] },
);
const reason = fc.constant('For the sake of the example');
const sequences = commandSequences(Call, {
  publish: changes.map((changed) => ({ ...publication, ...changed })),
  amend: fc.record({ changes, reason }).map(({ changes: changed, reason: why }) => ({ ...terms, ...changed, reason: why })),
  close: fc.record({ reason }, { requiredKeys: [] }),
});
const around = { actor: officer(agency), now: '2026-02-20T08:00:00.000Z' } as const;

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Call, steps, around)),
    { numRuns: 100 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Call, sequences, around)).toEqual([]);
});

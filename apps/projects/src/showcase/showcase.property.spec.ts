import { commandSequences, eventsOutOfReach, officer, play } from '@xietong/testing';
import fc from 'fast-check';
import { byOfficer, content, declined, now, projectId, registrar, withdrawn } from './example.fixture.ts';
import { Showcase } from './showcase.ts';

const sequences = commandSequences(Showcase, {
  nominate: fc.subarray(content.regions, { minLength: 1 }).map((regions) => ({ project: projectId, ...content, regions })),
  decline: fc.constant(declined.data),
  publish: fc.integer({ min: 2025, max: 2028 }).map((year) => ({ year })),
  withdraw: fc.constant(withdrawn.data),
});
const around = { ...byOfficer, actor: officer(registrar), now };

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Showcase, steps, around)),
    { numRuns: 100 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Showcase, sequences, around)).toEqual([]);
});

test('nothing is published that was not selected first, and nothing happens after it was declined or withdrawn', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const types = play(Showcase, steps, around).map(({ type }) => type);
      if (types.includes('showcase.published')) {
        expect(types.slice(0, 3)).toEqual(['showcase.nominated', 'showcase.selected', 'showcase.published']);
      }
      const end = types.findIndex((type) => type === 'showcase.declined' || type === 'showcase.withdrawn');
      if (end >= 0) expect(end).toBe(types.length - 1);
    }),
    { numRuns: 200 },
  );
});

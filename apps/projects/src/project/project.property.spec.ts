import { commandSequences, eventsOutOfReach, officer, play } from '@xietong/testing';
import fc from 'fast-check';
import { done, lead, milestones, partner, registration, unnumbered } from './example.fixture.ts';
import { Project } from './project.ts';

const reason = fc.constant('For the sake of the example');
const participants = fc.subarray([lead, partner, unnumbered], { minLength: 1 });
const day = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-28`);
const percent = fc.integer({ min: 0, max: 100 });
const progress = fc
  .oneof(fc.constant([]), fc.tuple(percent, percent, percent), fc.constant([100, 100, 100] as const))
  .map((percents) => done(...percents));
const plan = fc
  .tuple(day, day, fc.integer({ min: 1, max: 69 }))
  .map(([one, other, weightPercent]) => [
    { ...milestones[0], due: one, weightPercent },
    { ...milestones[1], due: other, weightPercent: 70 - weightPercent },
    milestones[2],
  ]);

const sequences = commandSequences(Project, {
  register: fc
    .record({ participants, endsOn: fc.constantFrom('2026-12-31', '2025-12-31') })
    .map((changes) => ({ ...registration, ...changes })),
  amendParticipants: fc.record({ participants, reason }),
  setPlan: fc.record({ milestones: plan }),
  reportProgress: fc.record({ on: day, milestones: progress }),
  answerWarning: fc.constant({ cause: 'Repairs', measures: 'Two engineers more' }),
  adjust: fc.record({ milestones: plan, reason }),
  suspend: fc.record({ reason }),
  exit: fc.record({ reason }),
});
// After every day that is reported on: a report of the future is refused.
const around = { actor: officer('NO-03/rcn'), now: '2027-01-05T08:00:00.000Z' } as const;

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, (steps) => void play(Project, steps, around)),
    { numRuns: 200 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Project, sequences, around)).toEqual([]);
});

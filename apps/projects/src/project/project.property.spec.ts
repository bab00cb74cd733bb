import { commandSequences, eventsOutOfReach, inputsOf, officer, play } from '@xietong/testing';
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

const derived = (command: keyof typeof Project.commands) => inputsOf(Project.commands[command].input);

const fixtures: Partial<Record<keyof typeof Project.commands, fc.Arbitrary<unknown>>> = {
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
};
const sequences = commandSequences(Project, fixtures);
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

// What a hurried clerk gets wrong, which chance alone would hardly meet.
const unsound = { ...partner, organisation: { ...partner.organisation, id: 'CN-USCI:91331082MA00D034X1' } };
const wrongParticipants = fc.constantFrom([lead, lead], [unsound]);
const twice = [milestones[0], milestones[0]];
const someDone = fc.record({ no: fc.integer({ min: 1, max: 4 }), donePercent: percent });
const slips: typeof fixtures = {
  register: wrongParticipants.map((wrong) => ({ ...registration, participants: wrong })),
  amendParticipants: fc.record({ participants: wrongParticipants, reason }),
  setPlan: fc.constant({ milestones: twice }),
  reportProgress: fc.record({ on: fc.constantFrom('2026-06-28', '2028-01-01'), milestones: fc.array(someDone, { maxLength: 3 }) }),
  adjust: fc.record({ reason, milestones: fc.constantFrom(twice, milestones) }),
};

// One input in five by its schema alone, so that what no fixture thinks of is tried too.
const mixed = commandSequences(
  Project,
  Object.fromEntries(
    Object.keys(Project.commands).map((name) => {
      const command = name as keyof typeof Project.commands;
      const own = fixtures[command];
      return [command, own ? fc.oneof({ weight: 3, arbitrary: own }, slips[command] ?? own, derived(command)) : derived(command)];
    }),
  ),
);

test('whatever the schemas of the commands allow leaves a sound state', () => {
  fc.assert(
    fc.property(mixed, (steps) => void play(Project, steps, around)),
    { numRuns: 30 },
  );
});

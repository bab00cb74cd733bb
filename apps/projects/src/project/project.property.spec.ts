import { commandSequences, eventsOutOfReach, inputsOf, officer, play, type Step } from '@xietong/testing';
import fc from 'fast-check';
import { acceptanceRequested, acceptor, accepted, done, lead, milestones, partner, registration, unnumbered } from './example.fixture.ts';
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

// Now and then an organisation that takes part, or did.
const organisation = fc.constantFrom(
  acceptor,
  acceptor,
  { ...acceptor, id: lead.organisation.id },
  { ...acceptor, id: partner.organisation.id },
);
const toCorrect = { kind: 'to-be-corrected', what: 'Sign them', by: '2027-01-31' };
const verdict = fc.constantFrom({ kind: 'on-course' }, { kind: 'to-be-stopped' }, toCorrect, { ...toCorrect, by: '2027-06-30' });
const help = { kind: 'funds', measures: 'A tenth of the grant ahead' };

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
  assist: fc.constant(help),
  endAssistance: fc.record({ no: fc.integer({ min: 1, max: 2 }), effect: reason }),
  evaluateMidway: fc.record({ verdict, finding: reason }),
  reportCorrection: fc.record({ done: reason }),
  appointAcceptor: fc.record({ organisation }),
  requestAcceptance: fc.constant(acceptanceRequested.data),
  accept: fc.constant({ finding: accepted.data.finding }),
  reject: fc.record({ missing: reason }),
  followUp: fc.record({
    revenue: fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'EUR', 'CNY') }),
    jobs: fc.nat(),
    co2SavedKg: fc.integer(),
    inUse: fc.boolean(),
  }),
};
// Chance alone hardly comes to an acceptance or to help, and in days never to the years after: many sequences begin with some of the way there,
// and half of them go by the year.
const wayTo = (inputs: Record<string, unknown>): Step[] =>
  Object.entries({ register: { ...registration, participants: [lead] }, setPlan: { milestones }, ...inputs }).map(([command, input]) => ({
    command,
    input,
    hoursLater: 0,
  }));
const wayToAcceptance = wayTo({
  reportProgress: { on: '2026-01-28', milestones: done(100, 100, 100) },
  appointAcceptor: { organisation: acceptor },
  requestAcceptance: acceptanceRequested.data,
  accept: { finding: accepted.data.finding },
});
const wayToHelp = wayTo({
  reportProgress: { on: '2026-06-28', milestones: done(10, 0, 0) },
  evaluateMidway: { verdict: toCorrect, finding: 'Too few enterprises' },
  assist: help,
});
const sequences = fc
  .record({
    begun: fc.oneof(
      fc.constant([]),
      fc.tuple(fc.constantFrom(wayToAcceptance, wayToHelp), fc.integer({ min: 1, max: 6 })).map(([way, length]) => way.slice(0, length)),
    ),
    anyOrder: commandSequences(Project, fixtures),
    pace: fc.constantFrom(1, 90),
  })
  .map(({ begun, anyOrder, pace }) => [
    ...begun,
    ...anyOrder.slice(begun.length > 0 ? 1 : 0).map((step) => ({ ...step, hoursLater: step.hoursLater * pace })),
  ]);
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

/** Checks what happened after some of the way and then these commands alone, so that they meet each other often. */
function afterwards(way: readonly Step[], names: readonly (keyof typeof Project.commands)[], check: (history: History) => void) {
  const inputs = names.map((command) => fc.record({ command: fc.constant(command), input: fixtures[command] ?? fc.constant({}) }));
  const stepped = fc.array(fc.record({ step: fc.oneof(...inputs), hoursLater: fc.nat({ max: 9000 }) }), { maxLength: 12, size: 'max' });
  const steps = stepped.map((all) => [...way, ...all.map(({ step, hoursLater }) => ({ ...step, hoursLater }))]);
  fc.assert(
    fc.property(steps, (given) => check(play(Project, given, around))),
    { numRuns: 150 },
  );
}
type History = ReturnType<typeof play>;

test('no project is ever accepted by one of its parties, of then, before or afterwards', () => {
  afterwards(wayToAcceptance.slice(0, 3), ['appointAcceptor', 'amendParticipants', 'requestAcceptance', 'accept'], (history) => {
    const parties = history.flatMap(({ data }) => (data as { participants?: (typeof lead)[] }).participants ?? []);
    const judges = history.flatMap(({ type, data }) => (type === 'project.accepted' ? [(data as typeof accepted.data).acceptor] : []));
    expect(parties.filter(({ organisation: { id } }) => judges.some((judge) => judge === id))).toEqual([]);
  });
});

test('between a verdict to stop and the decision on it no progress is reported and nothing is accepted', () => {
  const course = ['evaluateMidway', 'reportProgress', 'adjust', 'suspend', 'resume', 'accept'] as const;
  afterwards(wayToAcceptance.slice(0, 5), course, (history) => {
    let isStopDemanded = false;
    for (const { type, data } of history) {
      if (type === 'project.evaluated-midway') isStopDemanded = (data as { verdict: { kind: string } }).verdict.kind === 'to-be-stopped';
      if (['project.adjusted', 'project.suspended', 'project.exited'].includes(type)) isStopDemanded = false;
      if (['project.progress-reported', 'project.accepted'].includes(type)) expect(isStopDemanded).toBe(false);
    }
  });
});

test('every follow-up is given once and in order, and nobody is reminded of one twice or after it', () => {
  afterwards(wayToAcceptance, ['followUp', 'remindFollowUp'], (history) => {
    const numbersOf = (...types: string[]) =>
      history.flatMap(({ type, data }) => (types.includes(type) ? [(data as { no: number }).no] : []));
    const given = numbersOf('project.followed-up');
    expect(given).toEqual([1, 2, 3].slice(0, given.length));
    for (const [place, { type, data }] of history.entries()) {
      if (type !== 'project.follow-up-reminded') continue;
      const { no } = data as { no: number };
      const before = history.slice(0, place).filter((earlier) => (earlier.data as { no?: number }).no === no);
      expect(before.map((earlier) => earlier.type).filter((earlier) => earlier.startsWith('project.follow'))).toEqual([]);
    }
  });
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

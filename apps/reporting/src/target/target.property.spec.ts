import type { targetAssessed } from '@xietong/contracts-reporting';
import type { DomainEvent } from '@xietong/kernel';
import { clock, commandSequences, eventsOutOfReach, play, type Step } from '@xietong/testing';
import fc from 'fast-check';
import { agency, found, input, now } from './example.fixture.ts';
import { Target } from './target.ts';

const years = fc.constantFrom(
  { firstYear: 2026, lastYear: 2027 },
  { firstYear: 2026, lastYear: 2026 },
  { firstYear: 2027, lastYear: 2030 },
);
const value = fc.integer({ min: 0, max: 2000 });
const revision = fc.record({ years, value }).map((of) => ({ ...of.years, value: of.value, reason: 'For the sake of the example' }));
const anyOrder = commandSequences(Target, {
  set: fc
    .record({
      years,
      value,
      measure: fc.constantFrom({}, { metric: 'approval-rate', narrowing: {} }),
      aim: fc.constantFrom('at-least', 'at-most'),
    })
    .map((of) => ({ ...input, ...of.years, value: of.value, ...of.measure, aim: of.aim })),
  revise: revision,
  assign: fc.record({ responsible: fc.constantFrom('成果转化科', '规划科') }),
});
// A quarter lasts for three months: many steps are about a month after the one before.
const sequences: fc.Arbitrary<Step[]> = anyOrder.map((steps) => steps.map((step) => ({ ...step, hoursLater: step.hoursLater * 14 })));
/** The rules ask for no role, which `allow` has checked before. */
const around = { actor: { ...clock(), agency }, now } as const;
const actual = fc.option(fc.nat(2000), { nil: undefined });

const assessmentsIn = (history: readonly DomainEvent[]) =>
  history.filter(({ type }) => type === 'target.assessed').map(({ data }) => data as ReturnType<typeof targetAssessed>['data']);

test('whatever commands are given in whatever order, the state is sound and its events tell it again', () => {
  fc.assert(
    fc.property(sequences, actual, (steps, come) => void play(Target, steps, { ...around, gathered: found(come) })),
    { numRuns: 200 },
  );
});

test('the sequences reach every event', () => {
  expect(eventsOutOfReach(Target, sequences, { ...around, gathered: found(1) })).toEqual([]);
});

test('quarters are assessed once each, in their order, and a notice comes exactly when two or more in a row were behind', () => {
  fc.assert(
    fc.property(sequences, actual, (steps, come) => {
      const history = play(Target, steps, { ...around, gathered: found(come) });
      const quarters = assessmentsIn(history).map(({ quarter }) => quarter);
      expect(quarters).toEqual([...new Set(quarters)].sort());

      let inARow = 0;
      history.forEach(({ type, data }, place) => {
        if (type !== 'target.assessed') return;
        inARow = (data as { behind: boolean }).behind ? inARow + 1 : 0;
        const next = history[place + 1];
        if (inARow >= 2) expect(next).toMatchObject({ type: 'target.fell-behind', data: { quartersInARow: inARow } });
        else expect(next?.type).not.toBe('target.fell-behind');
      });
    }),
    { numRuns: 200 },
  );
});

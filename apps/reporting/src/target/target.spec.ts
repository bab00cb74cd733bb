import { audienceOf } from '@xietong/kernel';
import { clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { agency, assessed, fellBehind, revised, set } from './example.fixture.ts';
import { Target } from './target.ts';

const state = stateAfter(Target, [set]);

describeWhoMay(Target, {
  state,
  people: {
    'director of the agency': director(agency),
    'officer of the agency': officer(agency),
    'director of another agency': director('NO-03/inn'),
    'officer of another agency': officer('NO-03/inn'),
    analyst: person('analyst', { agency }),
    clock: clock(),
  },
  meant: {
    director: ['director of the agency', 'director of another agency'],
    'director of agency': ['director of the agency'],
    'director of agency, or officer of agency': ['director of the agency', 'officer of the agency'],
    'the clock': ['clock'],
  },
});

test('the staff of the agency read its targets, and nobody else', () => {
  const mayRead = (actor: Parameters<typeof audienceOf>[0]) => Target.audience(state).some((word) => audienceOf(actor).includes(word));
  expect([person('analyst', { agency }), person('auditor', { agency }), person('analyst', { agency: 'NO-03/inn' })].map(mayRead)).toEqual([
    true,
    true,
    false,
  ]);
});

test('it is found by its metric, its office, the end of its period and how long it has been behind', () => {
  const behind = stateAfter(Target, [set, assessed('2026-Q1', 90, 1)]);
  expect(Object.fromEntries(Object.entries(Target.keys).map(([name, of]) => [name, of(behind)]))).toEqual({
    ...{ status: 'running', number: '2026-03', title: set.data.title, metric: 'projects', responsible: '成果转化科' },
    ...{ lastYear: 2027, behindInARow: 1 },
  });
  expect(Target.tags['agency']?.(behind)).toEqual([agency]);
});

refusalsHaveExamples(Target, import.meta.dirname);

test('an event on a target where it cannot have happened is a fault', () => {
  expect(() => Target.evolve(undefined, revised)).toThrow("'target.revised' of a target that was never set");
  expect(() => Target.evolve(stateAfter(Target, [set, revised]), revised)).toThrow('version 2 follows version 2');
  expect(() => Target.evolve(state, assessed('2026-Q2', 1, 1))).toThrow('2026-Q2 is assessed, not 2026-Q1');
  expect(() => Target.evolve(state, fellBehind('2026-Q2', 1, 1, 2))).toThrow('a notice of 2026-Q2, which was not assessed last');
});

import { clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { agency, approved, drafted, published, submitted } from './example.fixture.ts';
import { Report } from './report.ts';

const state = stateAfter(Report, [drafted]);

describeWhoMay(Report, {
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
    'officer or director': ['director of the agency', 'officer of the agency', 'director of another agency', 'officer of another agency'],
    'director of agency': ['director of the agency'],
    'officer of agency, or director of agency': ['director of the agency', 'officer of the agency'],
  },
});

test('whoever reads the figures of the agency reads its reports, and they are found by state, number and day', () => {
  expect(Report.audience(state)).toEqual([`agency:${agency}`]);
  expect(Object.fromEntries(Object.entries(Report.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    ...{ status: 'draft', number: '2026-H1', title: drafted.data.title, day: '2026-07-08', lastYear: 2026 },
  });
});

refusalsHaveExamples(Report, import.meta.dirname);

test('an event on a report where it cannot have happened is a fault', () => {
  expect(() => Report.evolve(undefined, submitted)).toThrow("'report.submitted' of a report that was never drafted");
  expect(() => Report.evolve(state, approved)).toThrow('the report is draft, not submitted');
  expect(() => Report.evolve(stateAfter(Report, [drafted, submitted]), published)).toThrow('the report is submitted, not approved');
});

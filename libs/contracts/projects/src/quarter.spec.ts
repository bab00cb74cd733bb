import { firstDayOf, lastDayOf, quarterOf } from './quarter.ts';

test.each([
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['9999-Q4', '9999-10-01', '9999-12-31'],
] as const)('%s lasts from %s to %s', (quarter, first, last) => {
  expect([firstDayOf(quarter), lastDayOf(quarter)]).toEqual([first, last]);
  expect([quarterOf(first), quarterOf(last)]).toEqual([quarter, quarter]);
});

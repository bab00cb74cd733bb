import { addDays, type LocalDate } from '@xietong/domain';
import fc from 'fast-check';
import { catalogue, getMetric } from '../metrics/catalogue.ts';
import { isAdditive } from '../metrics/metric.ts';
import { expectedOn, isBehind, shareGone, standingOf } from './pace.ts';

const period = { firstYear: 2026, lastYear: 2027 };
const day = fc.integer({ min: -400, max: 1200 }).map((days) => addDays('2026-01-01' as LocalDate, days));
const value = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test.each([
  ['2025-12-31', 0],
  ['2026-01-01', 13],
  ['2026-12-31', 5000],
  ['2027-12-30', 9986],
  ['2027-12-31', 10_000],
  ['2030-01-01', 10_000],
] as const)('at the end of %s so much of the period is gone: %i basis points', (on, gone) => {
  expect(shareGone(period, on)).toBe(gone);
});

test('what adds up is due in equal parts for each day: nothing before the period, all of it at its end, never less than the day before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue.filter(isAdditive)), value, day, (metric, asked, on) => {
      const target = { ...period, value: asked };
      const expected = expectedOn(metric, target, on);
      expect(expected).toBeLessThanOrEqual(asked);
      expect(expectedOn(metric, target, addDays(on, 1))).toBeGreaterThanOrEqual(expected);
      if (on < '2026-01-01') expect(expected).toBe(0);
      if (on >= '2027-12-31') expect(expected).toBe(asked);
    }),
  );
});

test('a share or a median is due whole on any day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue.filter((metric) => !isAdditive(metric))), value, day, (metric, asked, on) => {
      expect(expectedOn(metric, { ...period, value: asked }, on)).toBe(asked);
    }),
  );
});

test('who has reached the whole target is never behind on the way', () => {
  fc.assert(
    fc.property(value, day, (asked, on) => {
      const expected = expectedOn(getMetric('projects'), { ...period, value: asked }, on);
      expect([isBehind('at-least', asked, expected), standingOf('at-least', asked, asked, expected)]).toEqual([false, 'reached']);
    }),
  );
});

test.each([
  ['at-least', 10, 4, 5, 'behind'],
  ['at-least', 10, 5, 5, 'on-pace'],
  ['at-least', 10, '10', 5, 'reached'],
  ['at-least', 10, undefined, 5, 'no-value'],
  ['at-most', 20, 20, 20, 'on-pace'],
  ['at-most', 20, 21, 20, 'behind'],
] as const)('a target of %s %i that has come to %s where %i are due is %s', (aim, asked, actual, expected, standing) => {
  expect(standingOf(aim, asked, actual, expected)).toBe(standing);
});

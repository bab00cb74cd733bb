import fc from 'fast-check';
import { chineseDivisions } from './chinese-divisions.ts';
import { addDays } from './local-date.ts';
import { isKnownRegion } from './region.ts';
import type { RegionCode } from './region.ts';
import { isCrossRegion, isValidAt, liesIn, regionAt, RegionLevel } from './region-rollup.ts';

const today = '2026-01-05';

describe('a region at a wider level', () => {
  it.each([
    ['CN-331082', 'county', 'CN-331082'],
    ['CN-331082', 'prefecture', 'CN-3310'],
    ['CN-331082', 'province', 'CN-33'],
    ['CN-310115', 'prefecture', 'CN-3101'],
    ['CN-3310', 'province', 'CN-33'],
    ['CN-3310', 'county', undefined],
    ['CN-33', 'prefecture', undefined],
    ['CN', 'province', undefined],
    ['NO-03', 'county', 'NO-03'],
    ['NO-03', 'prefecture', undefined],
    ['NO-03', 'province', undefined],
    ['NO', 'county', undefined],
  ] as const)('%s at the level of %s is %s', (code, level, expected) => {
    expect(regionAt(code, level, today)).toBe(expected);
  });

  it('is the county itself where the province governs it without a prefecture', () => {
    expect(regionAt('CN-429004', 'prefecture', today)).toBe('CN-429004');
    expect(isCrossRegion(['CN-429004', 'CN-429005'], 'prefecture', today)).toBe(true);
  });

  it("is one municipality for Chongqing's districts and counties, and for the county that Shanghai once had", () => {
    expect(regionAt('CN-500229', 'prefecture', today)).toBe('CN-5001');
    expect(isCrossRegion(['CN-500101', 'CN-500229'], 'prefecture', today)).toBe(false);
    expect(regionAt('CN-310230', 'prefecture', '2016-01-01')).toBe('CN-3101');
  });

  it('is a known one, for every county and prefecture of China', () => {
    const unknown = [...chineseDivisions.keys()].flatMap((digits) =>
      RegionLevel.options
        .map((level) => regionAt(`CN-${digits}` as RegionCode, level, '2016-01-01'))
        .filter((held) => held && !isKnownRegion(held)),
    );
    expect(unknown).toEqual([]);
  });

  it('stays the same when asked again, and lies within the next wider one', () => {
    const code = fc.constantFrom(...[...chineseDivisions.keys()].map((digits) => `CN-${digits}` as RegionCode));
    const date = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2014-01-01', days));
    const level = fc.constantFrom(...RegionLevel.options);
    fc.assert(
      fc.property(code, level, date, (region, at, on) => {
        const held = regionAt(region, at, on);
        if (held === undefined) return;
        expect(regionAt(held, at, on)).toBe(held);
        expect(regionAt(held, 'province', on)).toBe(regionAt(region, 'province', on));
      }),
    );
  });
});

describe('a region through time', () => {
  it.each([
    ['CN-330103', '2021-04-08', true],
    ['CN-330103', '2021-04-09', false],
    ['CN-330113', '2021-04-08', false],
    ['CN-330113', '2021-04-09', true],
    ['CN-331083', '2017-04-08', false],
    ['CN-331082', '2000-01-01', true],
    ['CN-331099', today, false],
    ['NO-30', today, true],
    ['CN', today, true],
  ] as const)('%s on %s is in force: %s', (code, date, inForce) => {
    expect(isValidAt(code, date)).toBe(inForce);
  });

  it('is itself before it was abolished, and its only successor afterwards', () => {
    expect(regionAt('CN-330103', 'county', '2021-04-08')).toBe('CN-330103');
    expect(regionAt('CN-330103', 'county', '2021-04-09')).toBe('CN-330105');
  });

  it('stays itself when several took over its area, and still rolls up', () => {
    expect(regionAt('CN-330104', 'county', today)).toBe('CN-330104');
    expect(regionAt('CN-330104', 'prefecture', today)).toBe('CN-3301');
  });

  it('moves to another prefecture with its county: Laiwu became a part of Jinan', () => {
    expect(regionAt('CN-371202', 'prefecture', '2018-12-25')).toBe('CN-3712');
    expect(regionAt('CN-371202', 'prefecture', '2018-12-26')).toBe('CN-3701');
    expect(regionAt('CN-3712', 'prefecture', '2018-12-26')).toBe('CN-3701');
  });

  it('makes a collaboration cross-region or not by the divisions of its day', () => {
    expect(isCrossRegion(['CN-371202', 'CN-370102'], 'prefecture', '2018-12-25')).toBe(true);
    expect(isCrossRegion(['CN-371202', 'CN-370102'], 'prefecture', '2018-12-26')).toBe(false);
  });
});

describe('a collaboration is cross-region', () => {
  it.each([
    [['CN-331082', 'CN-331002'], 'county', true],
    [['CN-331082', 'CN-331002'], 'prefecture', false],
    [['CN-331082', 'CN-330106'], 'prefecture', true],
    [['CN-331082', 'CN-330106'], 'province', false],
    [['CN-331082', 'CN-310115'], 'province', true],
    [['CN-331082', 'NO-03'], 'province', true],
    [['NO-03', 'NO-30'], 'county', true],
    [['NO-03', 'NO-03', 'NO-30'], 'county', true],
    [['NO-03', 'NO-03'], 'county', false],
    [['NO-03', undefined], 'county', false],
    [['CN-3310', 'CN-331082'], 'county', false],
    [[undefined, undefined], 'county', false],
    [['NO-03'], 'county', false],
    [[], 'county', false],
  ] as [RegionCode[], RegionLevel, boolean][])('between %j at the level of %s: %s', (codes, level, crosses) => {
    expect(isCrossRegion(codes, level, today)).toBe(crosses);
  });
});

test.each([
  ['CN-331082', 'CN-331082', true],
  ['CN-331082', 'CN-3310', true],
  ['CN-331082', 'CN-33', true],
  ['CN-331082', 'CN', true],
  ['CN-331082', 'CN-3301', false],
  ['CN-3310', 'CN-331082', false],
  ['NO-03', 'NO', true],
  ['NO-03', 'NO-0', false],
  ['NO-03', 'CN', false],
] as const)('%s lies in %s: %s', (code, wider, lies) => {
  expect(liesIn(code, wider, '2026-06-01')).toBe(lies);
});

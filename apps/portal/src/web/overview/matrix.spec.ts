import fc from 'fast-check';
import { shadeStepOf, toCells, toMatrix, totalsByRegion } from './matrix.ts';

const pairs = [
  { a: 'NO-03', b: 'NO-30', value: 98, events: '/v1/figures/pair-projects/events?a=NO-03&b=NO-30' },
  { a: 'NO-03', b: 'NO-50', value: 81, events: '/v1/figures/pair-projects/events?a=NO-03&b=NO-50' },
  { a: 'NO-11', b: 'NO-30', value: 5, events: '/v1/figures/pair-projects/events?a=NO-11&b=NO-30' },
];
const cells = toCells(pairs, false);

describe('the matrix of regions', () => {
  test('begins with the region that works most with others', () => {
    expect(totalsByRegion(cells)).toEqual(
      new Map([
        ['NO-03', 179],
        ['NO-30', 103],
        ['NO-50', 81],
        ['NO-11', 5],
      ]),
    );
    expect(toMatrix(cells, false, 10)).toMatchObject({ regions: ['NO-03', 'NO-30', 'NO-50', 'NO-11'], max: 98, leftOut: 0 });
  });

  test('shows a pair in both of its cells, with one link to its events', () => {
    const { find } = toMatrix(cells, false, 10);
    expect(find('NO-03', 'NO-30')).toEqual({ from: 'NO-03', to: 'NO-30', value: 98, events: pairs[0]?.events });
    expect(find('NO-30', 'NO-03')).toEqual({ from: 'NO-30', to: 'NO-03', value: 98, events: pairs[0]?.events });
    expect(find('NO-50', 'NO-11')).toBeUndefined();
  });

  test('keeps the direction of what runs from one region to another', () => {
    const directed = toCells([{ from: 'NO-03', to: 'NO-30', value: 7, events: 'x' }], true);
    const { find } = toMatrix(directed, true, 10);
    expect([find('NO-03', 'NO-30')?.value, find('NO-30', 'NO-03')]).toEqual([7, undefined]);
  });

  test('draws the busiest regions only where there are too many, and says how many it left out', () => {
    expect(toMatrix(cells, false, 3)).toMatchObject({ regions: ['NO-03', 'NO-30', 'NO-50'], max: 98, leftOut: 1 });
  });

  test('is empty without pairs', () => {
    expect(toMatrix([], false, 10)).toMatchObject({ regions: [], max: 0, leftOut: 0 });
  });
});

describe('the shade of a cell', () => {
  test('never gets lighter as its value grows, and the largest has the darkest step', () => {
    const value = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(shadeStepOf(less, more)).toBeGreaterThanOrEqual(1);
        expect(shadeStepOf(less, more)).toBeLessThanOrEqual(shadeStepOf(more, more));
        expect(shadeStepOf(more, more)).toBe(6);
      }),
    );
  });

  test('is none where there is nothing', () => {
    expect([shadeStepOf(0, 98), shadeStepOf(0, 0)]).toEqual([0, 0]);
  });
});

import fc from 'fast-check';
import { findHighestRate, rateMax, resolution } from './find-rate.ts';

/** Finds against a platform that holds up to `limit`, and answers the rates that were tried too. */
async function findUpTo(limit: number, from: number) {
  const tried: number[] = [];
  const found = await findHighestRate((rate) => {
    tried.push(rate);
    return Promise.resolve(rate <= limit);
  }, from);
  return { found, tried };
}

const rate = fc.integer({ min: 1, max: rateMax });

describe('the finder', () => {
  it('ends at the highest rate that holds, within its resolution and never above, wherever it begins', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: rateMax }), rate, async (limit, from) => {
        const { found } = await findUpTo(limit, from);
        expect(found).toBeLessThanOrEqual(limit);
        expect(limit - found).toBeLessThan(Math.max(1, found * resolution));
      }),
    ));

  it('tries no rate twice, none above what it may, and few', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: rateMax }), rate, async (limit, from) => {
        const { tried } = await findUpTo(limit, from);
        expect(new Set(tried).size).toBe(tried.length);
        expect(tried.filter((each) => each < 1 || each > rateMax || !Number.isInteger(each))).toEqual([]);
        expect(tried.length).toBeLessThanOrEqual(24);
      }),
    ));

  it('doubles, then bisects', async () => {
    expect(await findUpTo(310, 50)).toEqual({ found: 300, tried: [50, 100, 200, 400, 300, 350, 325, 312] });
  });

  it('halves where the first rate does not hold', async () => {
    expect(await findUpTo(3, 50)).toEqual({ found: 3, tried: [50, 25, 12, 6, 3, 4] });
  });

  it('finds nothing where not even one a second holds', async () => {
    expect(await findUpTo(0, 5)).toEqual({ found: 0, tried: [5, 2, 1] });
  });

  it('stops at the rate above which nothing is sought', async () => {
    expect((await findUpTo(Infinity, 4_000)).tried).toEqual([4_000, 8_000, rateMax]);
  });
});

import fc from 'fast-check';
import { sharesOf } from './registration.ts';

/** Shares in basis points that make the whole. */
const wholes = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }).map((weights) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return [10_000, ...weights.slice(1)];
  const shares = weights.map((weight) => Math.floor((weight * 10_000) / sum));
  const rest = 10_000 - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, place) => (place === 0 ? share + rest : share));
});

test('what rounding leaves goes to those that lost most by it, and among equals to the earlier', () => {
  expect(sharesOf(100, [3333, 3333, 3334])).toEqual([33, 33, 34]);
  expect(sharesOf(101, [2500, 2500, 2500, 2500])).toEqual([26, 25, 25, 25]);
  expect(sharesOf(0, [7000, 3000])).toEqual([0, 0]);
});

test('whatever is granted and however it is shared, the parts make the whole, and none is a unit off its exact part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), wholes, (amount, shares) => {
      const parts = sharesOf(amount, shares);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      for (const [place, part] of parts.entries()) {
        const off = BigInt(part) * 10_000n - BigInt(amount) * BigInt(shares[place] ?? 0);
        expect(off > -10_000n && off < 10_000n).toBe(true);
      }
    }),
  );
});

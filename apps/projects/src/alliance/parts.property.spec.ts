import fc from 'fast-check';
import { apportion } from './parts.ts';

const total = fc.integer({ min: 0, max: 4_000_000_000_000_000 });
/** Shares of 10,000 basis points in all, in any number. */
const shares = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 20 })
  .map((cuts) => [...cuts, 10_000].sort((one, other) => one - other))
  .map((cuts) => cuts.map((cut, place) => cut - (cuts[place - 1] ?? 0)));

test('parts always add up to the total, and each lies less than one minor unit from its exact share', () => {
  fc.assert(
    fc.property(total, shares, (amount, points) => {
      const parts = apportion(amount, points);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      parts.forEach((part, place) => {
        const apart = BigInt(part) * 10_000n - BigInt(amount) * BigInt(points[place] ?? 0);
        expect(apart > -10_000n && apart < 10_000n).toBe(true);
      });
    }),
  );
});

test('nobody is raised before one whose remainder is larger, or as large and who stands earlier', () => {
  fc.assert(
    fc.property(total, shares, (amount, points) => {
      const parts = apportion(amount, points);
      const remainders = points.map((share) => Number((BigInt(amount) * BigInt(share)) % 10_000n));
      const isRaised = parts.map((part, place) => BigInt(part) > (BigInt(amount) * BigInt(points[place] ?? 0)) / 10_000n);
      points.forEach((_, one) => {
        points.forEach((__, other) => {
          const [first = 0, second = 0] = [remainders[one], remainders[other]];
          if (first > second || (first === second && one < other)) expect(isRaised[other] && !isRaised[one]).toBe(false);
        });
      });
    }),
  );
});

test.each([
  [2, [5000, 2500, 2500], [1, 1, 0]],
  [1, [3333, 3333, 3334], [0, 0, 1]],
  [100, [3334, 3333, 3333], [34, 33, 33]],
  [7, [10_000, 0], [7, 0]],
  [0, [5000, 5000], [0, 0]],
])('%i by %j is %j', (amount, points, parts) => {
  expect(apportion(amount, points)).toEqual(parts);
});

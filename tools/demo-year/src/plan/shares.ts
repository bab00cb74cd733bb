import type { Random } from '@xietong/testing';

/** Whole parts of a total by weights: each is rounded down, and what is left goes to the largest remainders, the earlier first. */
export function wholeParts(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((part, place) => ({ place, remainder: part - Math.floor(part) }))
    .sort((one, other) => other.remainder - one.remainder);
  for (const { place } of byRemainder.slice(0, left)) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}

/** Shares in basis points, 10,000 together: the first, who leads, between a half and seven tenths, the others by chance. Whole percents. */
export function sharesOf(random: Random, parties: number): number[] {
  if (parties === 1) return [10_000];
  const lead = 50 + random.whole(21);
  const others = wholeParts(
    100 - lead,
    Array.from({ length: parties - 1 }, () => 1 + random.whole(4)),
  );
  return [lead, ...others].map((percent) => percent * 100);
}

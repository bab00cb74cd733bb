import type { MemberPart, Share } from '@xietong/contracts-projects';
import type { RegionCode } from '@xietong/domain';

/** The amounts that shares of 10,000 basis points in all make of a total, in their order: by the largest remainder, so that they add up to it. */
export function apportion(total: number, basisPoints: readonly number[]): number[] {
  // As big integers, because a total times its basis points is more than a number holds exactly.
  const products = basisPoints.map((points) => BigInt(total) * BigInt(points));
  const floors = products.map((product) => Number(product / whole));
  const left = total - floors.reduce((sum, amount) => sum + amount, 0);
  // Sorting is stable: of equal remainders the earlier one comes first.
  const raised = products
    .map((product, place) => ({ place, remainder: Number(product % whole) }))
    .sort((one, other) => other.remainder - one.remainder)
    .slice(0, left);
  return floors.map((amount, place) => (raised.some((each) => each.place === place) ? amount + 1 : amount));
}

const whole = 10_000n;

/** The parts of the members in what a period brought, in the order of their shares. */
export function partsOf(
  { tax, output }: { readonly tax: number; readonly output: number },
  shares: readonly (Share & { readonly region: RegionCode })[],
): MemberPart[] {
  const points = shares.map(({ basisPoints }) => basisPoints);
  const [taxes, outputs] = [apportion(tax, points), apportion(output, points)];
  return shares.map(({ member, region }, place) => ({ member, region, tax: taxes[place] ?? 0, output: outputs[place] ?? 0 }));
}

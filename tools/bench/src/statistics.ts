/** A figure over several rounds: the middle one, and how far the rounds lie apart. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly rounds: number;
}

/** The figure of some rounds; at least one. */
export function figureOf(values: readonly number[]): Figure {
  if (values.length === 0) throw new Error('no round was measured');
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] as number;
  return { median: (upper + lower) / 2, least: sorted[0] as number, most: sorted.at(-1) as number, rounds: sorted.length };
}

/** The value below which `share` of the values lie, 0.99 for p99; at least one value. */
export function quantileOf(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number;
}

/** How many rounds of a few seconds stand for `rounds` of the usual length: the shorter they are, the more of them a median needs. */
export const shortRounds = (rounds: number): number => 2 * rounds + 1;

/** Runs both sides in turn, in changing order, so that the machine's moods meet both; answers each round's pair. */
export async function interleaved<Result>(
  rounds: number,
  one: () => Promise<Result>,
  other: () => Promise<Result>,
): Promise<{ one: Result; other: Result }[]> {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await one();
      pairs.push({ one: first, other: await other() });
    } else {
      const first = await other();
      pairs.push({ one: await one(), other: first });
    }
  }
  return pairs;
}

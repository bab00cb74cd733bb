import { dimensionOf, type FigureRow, sizeOf } from '../api/figures.ts';

export interface RegionPair {
  readonly a: string;
  readonly b: string;
  readonly projects: number;
  /** In minor units of the amount figure's currency; absent where the pair has none in it. */
  readonly amount?: number;
  readonly events: string;
}

const pairKey = (row: FigureRow) => `${dimensionOf(row, 'a')} ${dimensionOf(row, 'b')}`;

/** Every pair with its projects and their amount, the closest first: by projects, then by amount, then by name. */
export const toPairs = (projects: readonly FigureRow[], amounts: readonly FigureRow[]): RegionPair[] => {
  const amountOf = new Map(amounts.map((row) => [pairKey(row), sizeOf(row)]));
  return projects
    .map((row) => {
      const amount = amountOf.get(pairKey(row));
      const pair = { a: dimensionOf(row, 'a'), b: dimensionOf(row, 'b'), projects: sizeOf(row), events: row.events };
      return amount === undefined ? pair : { ...pair, amount };
    })
    .sort(
      (one: RegionPair, other: RegionPair) =>
        other.projects - one.projects ||
        (other.amount ?? 0) - (one.amount ?? 0) ||
        `${one.a}${one.b}`.localeCompare(`${other.a}${other.b}`),
    );
};

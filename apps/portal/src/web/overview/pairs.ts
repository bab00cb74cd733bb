import { dimensionOf, type FigureRow, sizeOf } from '../api/figures.ts';

export interface RegionPair {
  readonly a: string;
  readonly b: string;
  readonly projects: number;
  /** In minor units of the amount figure's currency. */
  readonly amount: number;
  readonly events: string;
}

const pairKey = (row: FigureRow) => `${dimensionOf(row, 'a')} ${dimensionOf(row, 'b')}`;

/** Every pair with its projects and their amount, the closest first: by projects, then by amount, then by name. */
export const toPairs = (projects: readonly FigureRow[], amounts: readonly FigureRow[]): RegionPair[] => {
  const amountOf = new Map(amounts.map((row) => [pairKey(row), sizeOf(row)]));
  return projects
    .map((row) => ({
      a: dimensionOf(row, 'a'),
      b: dimensionOf(row, 'b'),
      projects: sizeOf(row),
      amount: amountOf.get(pairKey(row)) ?? 0,
      events: row.events,
    }))
    .sort(
      (one, other) =>
        other.projects - one.projects || other.amount - one.amount || `${one.a}${one.b}`.localeCompare(`${other.a}${other.b}`),
    );
};

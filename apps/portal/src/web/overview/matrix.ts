import { dimensionOf, type FigureRow, sizeOf } from '../api/figures.ts';

export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** The link to the events behind the value. */
  readonly events: string;
}

/** Regions against regions, the busiest first. A pair without a direction stands in both of its cells. */
export interface Matrix {
  readonly regions: readonly string[];
  readonly max: number;
  /** How many regions the rows name beyond those drawn. */
  readonly leftOut: number;
  readonly find: (from: string, to: string) => Cell | undefined;
}

const bothWays = (cells: readonly Cell[]): Cell[] => cells.flatMap((cell) => [cell, { ...cell, from: cell.to, to: cell.from }]);

const cellKey = (from: string, to: string) => `${from} ${to}`;

/** The cells that the rows of a pair figure state: of `a` and `b`, or of `from` and `to`. */
export const toCells = (rows: readonly FigureRow[], directed: boolean): Cell[] =>
  rows.map((row) => ({
    from: dimensionOf(row, directed ? 'from' : 'a'),
    to: dimensionOf(row, directed ? 'to' : 'b'),
    value: sizeOf(row),
    events: row.events,
  }));

/** Sums what each region has with all others: what its place in the matrix and its share of the chord diagram follow. */
export const totalsByRegion = (cells: readonly Cell[]): Map<string, number> => {
  const totals = new Map<string, number>();
  for (const { from, value } of bothWays(cells)) totals.set(from, (totals.get(from) ?? 0) + value);
  return totals;
};

export const toMatrix = (cells: readonly Cell[], directed: boolean, regionCountMax: number): Matrix => {
  const totals = [...totalsByRegion(cells)].sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one.localeCompare(other));
  const regions = totals.slice(0, regionCountMax).map(([region]) => region);
  const drawn = new Set(regions);
  const shown = (directed ? cells : bothWays(cells)).filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const byKey = new Map(shown.map((cell) => [cellKey(cell.from, cell.to), cell]));
  return {
    regions,
    max: Math.max(0, ...shown.map(({ value }) => value)),
    leftOut: totals.length - regions.length,
    find: (from, to) => byKey.get(cellKey(from, to)),
  };
};

/** The steps of the colour scale; a scale of steps can be read back from its legend. */
export const shadeSteps = [1, 2, 3, 4, 5, 6] as const;

/** Which step of the scale a value has; 0 is none. The root keeps small values apart, which one large value would make alike. */
export const shadeStepOf = (value: number, max: number): number => (value <= 0 ? 0 : Math.ceil(Math.sqrt(value / max) * shadeSteps.length));

import { dimensionOf, type FigureRow, sizeOf } from '../api/figures.ts';

export interface YearOfSigning {
  readonly year: number;
  readonly crossRegion: number;
  readonly withinRegion: number;
  readonly events: string | undefined;
}

const byYear = (rows: readonly FigureRow[]) =>
  new Map(rows.map((row) => [Number(dimensionOf(row, 'year')), { size: sizeOf(row), events: row.events }]));

/** Projects year by year, without a gap: a year in which nothing was signed stands there with nothing. */
export const toYearsOfSigning = (projects: readonly FigureRow[], crossRegion: readonly FigureRow[]): YearOfSigning[] => {
  const [all, cross] = [byYear(projects), byYear(crossRegion)];
  const years = [...all.keys()].filter((year) => Number.isInteger(year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const year = first + index;
    const crossing = cross.get(year)?.size ?? 0;
    return { year, crossRegion: crossing, withinRegion: (all.get(year)?.size ?? 0) - crossing, events: all.get(year)?.events };
  });
};

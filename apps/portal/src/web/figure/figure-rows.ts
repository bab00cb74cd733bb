import { dimensionOf, type FigureRow, sizeOf } from '../api/figures.ts';

/** What tells a row from the others of its figure. */
export const rowKey = (row: FigureRow, by: readonly string[]): string => by.map((dimension) => dimensionOf(row, dimension)).join(' ');

/** Orders names as their readers do, years as numbers. */
export const compareDimensions = (one: string, other: string): number => one.localeCompare(other, 'zh-CN', { numeric: true });

/** How long the bar beside a value is, 0 to 1: its part of the largest one. */
export const shareOfLargest = (rows: readonly FigureRow[]): ((row: FigureRow) => number) => {
  const largest = Math.max(0, ...rows.map(sizeOf));
  return (row) => (largest === 0 ? 0 : Math.max(0, sizeOf(row) / largest));
};

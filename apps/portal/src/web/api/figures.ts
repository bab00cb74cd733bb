import type { LocalText } from '@xietong/domain';

/** One figure of reporting's catalogue (`GET /v1/metrics`). */
export interface Metric {
  readonly id: string;
  readonly name: LocalText;
  readonly definition: LocalText;
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly filters: readonly string[];
}

/** One row: a value for each dimension asked for, the figure, and the link to the events that it was computed from. */
export interface FigureRow {
  /** A whole number; as text where it is larger than a JSON number holds exactly. */
  readonly value: number | string;
  readonly events: string;
  readonly [dimension: string]: string | number;
}

/** A figure as reporting answers it (`GET /v1/figures/{metric}`). Amounts are in minor units, and `unit` says so: `EUR cent`. */
export interface Figure {
  readonly metric: string;
  readonly unit: string;
  readonly watermark: string;
  readonly rows: readonly FigureRow[];
}

/** The value to compare and to draw by. What is written out is the row's own. */
export const sizeOf = (row: FigureRow): number => Number(row.value);

/** What a dimension of a row says, as text; years come as numbers. */
export const dimensionOf = (row: FigureRow, dimension: string): string => String(row[dimension] ?? '');

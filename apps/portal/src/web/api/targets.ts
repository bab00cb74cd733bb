/** How a target stands (`GET /v1/target-progress`): values in whole units of its figure. */
export interface TargetProgress {
  readonly target: string;
  readonly number: string;
  readonly title: string;
  readonly metric: string;
  readonly unit: string;
  readonly aim: 'at-least' | 'at-most';
  readonly firstYear: number;
  readonly lastYear: number;
  readonly value: number;
  readonly responsible: string;
  /** Nothing where the figure has no value yet. */
  readonly actual?: number | string;
  readonly expected: number;
  readonly shareGoneBasisPoints: number;
  readonly standing: 'reached' | 'on-pace' | 'behind' | 'no-value';
  /** Quarters in a row that ended behind. */
  readonly behindInARow: number;
  /** The query string by which its figure is asked for. */
  readonly question: string;
  readonly events?: string;
}

/** The targets of the reader's agency, as of a day there. */
export interface Targets {
  readonly day: string;
  readonly items: readonly TargetProgress[];
}

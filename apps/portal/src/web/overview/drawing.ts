import type { Cell } from './matrix.ts';

/** What every drawing of the ties between regions is given. */
export interface Drawing {
  readonly cells: readonly Cell[];
  readonly unit: string;
  readonly directed: boolean;
  /** The measure's name. */
  readonly name: string;
  /** The page on which the events behind a cell are open. */
  readonly linkTo: (events: string) => string;
}

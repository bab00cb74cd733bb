import { z } from 'zod';

/** Where a blow falls on a process that applies batches, and on which batch of its life. */
export const Blow = z.strictObject({
  /** Before anything is applied, while it is applied and written, or once it is written and nobody knows yet. */
  point: z.enum(['before', 'during', 'after']),
  onBatch: z.int().positive(),
  /** How long after the batch came in, of a blow in the middle. */
  delayMs: z.int().nonnegative(),
  /** Where the process writes down the point at which it was struck, a line each. */
  strikes: z.string(),
});
export type Blow = z.output<typeof Blow>;

export const blowPoints = Blow.shape.point.options;

/** The variable that carries a blow to its process. */
export const blowVariable = 'FAULTS_BLOW';

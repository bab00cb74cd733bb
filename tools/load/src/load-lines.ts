import { existsSync, readFileSync } from 'node:fs';
import { type KeptLines, renewedLines } from '@xietong/bench/kept-lines';
import type { Machine } from '@xietong/bench/machine';
import { z } from 'zod';
import type { Measured } from './measured.ts';

// JSON has no infinity: a time that no answer ever took is null there.
const Ms = z
  .number()
  .nullable()
  .transform((ms) => ms ?? Infinity);
const Line = z.object({
  scenario: z.string(),
  /** Whether it is at the highest rate at which every threshold holds, or at a rate that somebody asked for. */
  highest: z.boolean(),
  measured: z.object({
    rate: z.number(),
    seconds: z.number(),
    doneRate: z.number(),
    dropped: z.number(),
    failed: z.number(),
    p50Ms: Ms,
    p95Ms: Ms,
    p99Ms: Ms,
    firstFailure: z.string().optional(),
  }),
  missed: z.array(z.string()),
  date: z.string(),
});
const Kept = z.object({ machine: z.object({ processors: z.string(), memoryGiB: z.number(), node: z.string() }), lines: z.array(Line) });

/** What a scenario came to on one day. */
export interface LoadLine {
  readonly scenario: string;
  /** Whether it is at the highest rate at which every threshold holds, or at a rate that somebody asked for. */
  readonly highest: boolean;
  readonly measured: Measured;
  /** The thresholds that were missed. */
  readonly missed: readonly string[];
  readonly date: string;
}

/** What was measured on a machine, as `docs/load.json` keeps it. */
export type KeptLoad = KeptLines<LoadLine>;

/** Reads a file of kept lines; undefined where there is none. A file of another shape throws. */
export const findKept = (file: string): KeptLoad | undefined =>
  existsSync(file) ? (Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) as KeptLoad) : undefined;

export const renewed = (kept: KeptLoad | undefined, lines: readonly LoadLine[], machine: Machine): KeptLoad =>
  renewedLines(kept, lines, machine, (one, other) => one.scenario === other.scenario && one.highest === other.highest);

import { existsSync, readFileSync } from 'node:fs';
import { type KeptLines, renewedLines } from './kept-lines.ts';
import { isSameMachine, type Machine } from './machine.ts';
import type { Line } from './measure.ts';
import { short } from './report.ts';

/** A line with the day on which it was measured. */
export type DatedLine = Line & { readonly date: string };

/** What earlier runs on a machine have measured, as it was written. */
export type Baseline = KeptLines<DatedLine>;

export const findBaseline = (file: string): Baseline | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Baseline) : undefined;

/**
 * What has moved since the baseline by more than the noise, in sentences: the figures whose rounds all lie on one side of all its rounds.
 * Of another machine only the ratios are compared, whose both sides met the same one.
 */
export function movedSince({ machine: before, lines: known }: Baseline, lines: readonly Line[], machine: Machine): string[] {
  const onSameMachine = isSameMachine(before, machine);
  const moved = lines.flatMap((line) => {
    const other = known.find(({ id, what }) => id === line.id && what === line.what);
    if (!other || !(onSameMachine || line.unit === 'ratio') || !isApart(line, other)) return [];
    return [`${line.id}, ${line.what}: ${short(other.figure.median)} on ${other.date}, ${short(line.figure.median)} ${line.unit} now`];
  });
  const against = `the baseline${onSameMachine ? '' : `, which is of another machine (${before.processors}): ratios only`}`;
  return moved.length === 0
    ? [`Nothing moved by more than the noise against ${against}.`]
    : [`Moved by more than the noise against ${against}:`, ...moved];
}

export const renewed = (baseline: Baseline | undefined, measured: readonly DatedLine[], machine: Machine): Baseline =>
  renewedLines(baseline, measured, machine, (one, other) => one.id === other.id && one.what === other.what);

const isApart = ({ figure: one }: Line, { figure: other }: Line): boolean => one.least > other.most || one.most < other.least;

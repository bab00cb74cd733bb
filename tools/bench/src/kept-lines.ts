import { isSameMachine, type Machine } from './machine.ts';

/** What earlier runs on a machine have measured, a line each. */
export interface KeptLines<Line> {
  readonly machine: Machine;
  readonly lines: readonly Line[];
}

/** What is kept after a run: what it measured, and what it left out of earlier runs on the same machine. */
export function renewedLines<Line>(
  kept: KeptLines<Line> | undefined,
  measured: readonly Line[],
  machine: Machine,
  isOfTheSame: (one: Line, other: Line) => boolean,
): KeptLines<Line> {
  const earlier = kept && isSameMachine(kept.machine, machine) ? kept.lines : [];
  return { machine, lines: [...earlier.filter((line) => !measured.some((other) => isOfTheSame(line, other))), ...measured] };
}

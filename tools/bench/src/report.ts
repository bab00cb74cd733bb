import type { DatedLine } from './baseline.ts';
import { describeMachine, type Machine } from './machine.ts';
import { type Line, reaches } from './measure.ts';

/** The report as a Markdown table, with how far the rounds lie apart. */
export function renderReport(lines: readonly DatedLine[], machine: Machine): string {
  const rows = lines.map((line) => {
    const { median, least, most, rounds } = line.figure;
    return `| ${line.id} | ${line.what} | ${short(median)} | ${short(least)} … ${short(most)} (${rounds}) | ${line.unit} | ${goalOf(line)} | ${verdictOf(line)} | ${line.date} |`;
  });
  return [
    `Measured on ${describeMachine(machine)}.`,
    '',
    '| | what | median | least … most (rounds) | unit | goal | | measured |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function goalOf({ goal }: Line): string {
  if (goal?.atMost !== undefined) return `<= ${goal.atMost}`;
  return goal?.atLeast === undefined ? '' : `>= ${goal.atLeast}`;
}

function verdictOf(line: Line): string {
  const reached = reaches(line);
  if (reached === undefined) return '';
  return reached ? 'reached' : 'missed';
}

export const short = (value: number): string => (Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3));

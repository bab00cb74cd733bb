import type { Verdict } from './verdict.ts';

/** In which run a verdict was reached. */
export interface RunFacts {
  readonly date: string;
  readonly machine: string;
  readonly seed: number;
  readonly kills: number;
  readonly long: boolean;
}

/** A verdict as `docs/faults.json` keeps it. */
export type KeptVerdict = Verdict & { readonly run: RunFacts };

/** What is kept after a scenario has been run again: its newest verdict, and those of the others. */
export const renewed = (kept: readonly KeptVerdict[], verdict: KeptVerdict): KeptVerdict[] =>
  [...kept.filter(({ number }) => number !== verdict.number), verdict].sort((one, other) => one.number - other.number);

/** The report as a page: a row a scenario, and below it what was found. */
export function renderReport(verdicts: readonly KeptVerdict[]): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const rows = verdicts.map(
    ({ number, sentence, held, bites, figures, seconds, run }) =>
      `| ${number} | ${sentence} | ${held ? 'held' : '**failed**'} | ${list(bites)} | ${list(figures)} | ${seconds} | ${toldOf(run)} |`,
  );
  const findings = verdicts.flatMap(({ number, findings: found }) => found.map((finding) => `- ${number}: ${finding}`));
  return [
    '# Faults, by `npm run faults`',
    '',
    'Each scenario is held to: acknowledged = journal = event ids in the topic = applied + parked, and a rebuild from zero gives the same figures.',
    'Each row is of the last run of its scenario.',
    '',
    '| check | what holds | verdict | how often the fault bit | what was counted | s | run |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...[...new Set(verdicts.map(({ run }) => run.machine))].map((machine) => `Machine: ${machine}.`),
    '',
    ...(findings.length === 0 ? [] : ['## Findings', '', ...findings, '']),
  ].join('\n');
}

const toldOf = ({ date, seed, kills, long }: RunFacts): string =>
  `${date}, seed ${seed}, ${kills} kills a point${long ? ', outages of ten minutes' : ''}`;

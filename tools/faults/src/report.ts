import type { Verdict } from './verdict.ts';

/** What a report says of its run. */
export interface RunFacts {
  readonly date: string;
  readonly machine: string;
  readonly seed: number;
  readonly kills: number;
  readonly long: boolean;
}

/** The report as a page: a row a scenario, and below it what was found. */
export function renderReport({ date, machine, seed, kills, long }: RunFacts, verdicts: readonly Verdict[]): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const rows = verdicts.map(
    ({ number, sentence, held, bites, figures, seconds }) =>
      `| ${number} | ${sentence} | ${held ? 'held' : '**failed**'} | ${list(bites)} | ${list(figures)} | ${seconds} |`,
  );
  const findings = verdicts.flatMap(({ number, findings: found }) => found.map((finding) => `- ${number}: ${finding}`));
  return [
    '# Faults, by `npm run faults`',
    '',
    `Run ${date} on ${machine}; seed ${seed}, ${kills} kills a point, outages of ${long ? 'ten minutes' : 'a minute'}.`,
    'Each scenario is held to: acknowledged = journal = event ids in the topic = applied + parked, and a rebuild from zero gives the same figures.',
    '',
    '| check | what holds | verdict | how often the fault bit | what was counted | s |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    ...(findings.length === 0 ? [] : ['## Findings', '', ...findings, '']),
  ].join('\n');
}

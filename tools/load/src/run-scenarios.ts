import type { Scenario } from '../scenarios/scenario.ts';
import { findHighestRate, rateMax } from './find-rate.ts';
import type { LoadLine } from './load-lines.ts';
import { type Measured, missedBy } from './measured.ts';
import type { Options } from './options.ts';
import { renderHead, renderRow } from './report.ts';
import type { RunWishes } from './run-load.ts';

/** What a run of the tool needs from outside of its options. */
export interface Grounds {
  /** One load of a scenario on the platform under test. */
  readonly measure: (scenario: Scenario, wishes: RunWishes) => Promise<Measured>;
  /** A word of letters and digits that no other call answers. */
  readonly freshSeed: () => string;
  readonly freshPassword: () => string;
  /** The day of the run, 2026-11-28. */
  readonly date: string;
  readonly report: (line: string) => void;
}

/** Runs scenarios one after the other, or finds the highest rate of each, and answers their lines; a table of each is reported as it grows. */
export async function runScenarios(options: Options, { measure, freshSeed, freshPassword, date, report }: Grounds): Promise<LoadLine[]> {
  const lines: LoadLine[] = [];
  for (const scenario of options.scenarios) {
    const rate = options.rate ?? scenario.rate;
    const seconds = options.seconds ?? scenario.seconds;
    report(renderHead(scenario));
    const probe = async (asked: number): Promise<Probe> => {
      const wishes = { rate: asked, seconds, seed: freshSeed(), password: freshPassword() };
      const measured = await measure(scenario, wishes);
      const missed = missedBy(measured, scenario.thresholds);
      report(renderRow(measured, missed));
      return { measured, missed };
    };
    const { measured, missed } = options.find ? await highest(rate, probe) : await probe(rate);
    lines.push({ scenario: scenario.name, highest: options.find && missed.length === 0, measured, missed, date });
    report(options.find ? `\n${found(scenario, measured, missed)}\n` : '');
  }
  return lines;
}

interface Probe {
  readonly measured: Measured;
  readonly missed: readonly string[];
}

/** The measurement at the highest rate that holds, or the last one where none does. */
async function highest(from: number, probe: (rate: number) => Promise<Probe>): Promise<Probe> {
  let last: Probe | undefined;
  let best: Probe | undefined;
  const holds = async (rate: number): Promise<boolean> => {
    last = await probe(rate);
    // One bad moment of the machine is not the platform's limit: a rate is missed only when it is missed twice.
    if (last.missed.length > 0) last = await probe(rate);
    if (last.missed.length > 0) return false;
    best = last;
    return true;
  };
  await findHighestRate(holds, from);
  return (best ?? last) as Probe;
}

function found({ name }: Scenario, { rate }: Measured, missed: readonly string[]): string {
  if (missed.length > 0) return `${name}: not every threshold holds even at ${rate}/s`;
  return `${name}: every threshold holds up to ${rate}/s${rate === rateMax ? ', above which nothing is sought' : ''}`;
}

import type { Outcome, Scenario } from './scenario.ts';

/** A scenario's outcome, judged. */
export interface Verdict extends Outcome {
  readonly number: number;
  readonly sentence: string;
  readonly seconds: number;
  readonly held: boolean;
}

/** Held is what found nothing although the fault bit; a fault that did not bite is a finding of its own. */
export function toVerdict({ number, sentence }: Pick<Scenario, 'number' | 'sentence'>, outcome: Outcome, seconds: number): Verdict {
  const findings = [
    ...outcome.findings,
    ...outcome.mustBite
      .filter((name) => (outcome.bites[name] ?? 0) === 0)
      .map((name) => `the fault did not bite: ${name} is 0, so nothing is proved; run it again with more kills or another seed`),
  ];
  return { ...outcome, number, sentence, seconds: Math.round(seconds), findings, held: findings.length === 0 };
}

/** What is told of a scenario that could not be run to its end. */
export const broken = (fault: unknown): Outcome => ({
  bites: {},
  mustBite: [],
  figures: {},
  findings: [`it did not come to its end: ${fault instanceof Error ? fault.message : String(fault)}`],
});

/** One line for the terminal. */
export function renderVerdict({ number, sentence, held, figures, bites, seconds, findings }: Verdict): string {
  const counts = Object.entries({ ...figures, ...bites }).map(([name, count]) => `${count} ${name}`);
  const told = held ? '' : `; ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  return `${held ? 'held  ' : 'FAILED'} ${String(number).padStart(2)}  ${sentence}: ${counts.join(', ')} (${seconds} s)${told}`;
}

/** One thing that is not as it must be: which check, and what a person needs to know to mend it. */
export interface Failure {
  readonly what: string;
  readonly why: string;
}

/** What a step found: how many checks passed, and each that did not. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly Failure[];
}

export const nothing: Tally = { passed: 0, failures: [] };
export const onePassed: Tally = { passed: 1, failures: [] };
export const oneFailed = (what: string, why: string): Tally => ({ passed: 0, failures: [{ what, why }] });

export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/** The last line of `npm test`, alone on its line: `412 passed, 0 failed`. */
export const summaryLine = ({ passed, failures }: Tally): string => `${passed} passed, ${failures.length} failed`;

/** 0 only where something ran and nothing failed. */
export const exitCodeOf = ({ passed, failures }: Tally): 0 | 1 => (passed > 0 && failures.length === 0 ? 0 : 1);

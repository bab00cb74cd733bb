import type { Failure } from './tally.ts';

const headLines = 20;
const tailLines = 60;

/** The failures as a person reads them: what, then why, without the middle of what is as long as a log. */
export function renderFailures(failures: readonly Failure[]): string {
  return failures.map(({ what, why }, i) => [`${i + 1}) ${what}`, ...shortened(why.split('\n')).map(indented), ''].join('\n')).join('\n');
}

function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - headLines - tailLines;
  return left > 1 ? [...lines.slice(0, headLines), `… ${left} lines …`, ...lines.slice(-tailLines)] : lines;
}

const indented = (line: string): string => `   ${line}`.trimEnd();

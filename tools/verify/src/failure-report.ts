import type { Failure } from './tally.ts';

const headLines = 20;
const tailLines = 60;
const lineLengthMax = 400;

/** The failures as a person reads them: what, then why; without the middle of what is as long as a log, and each reason once. */
export function renderFailures(failures: readonly Failure[]): string {
  return failures
    .map(({ what, why }, i) => {
      const first = failures.findIndex((failure) => failure.why === why);
      const reason = first < i ? [`as ${first + 1})`] : shortened(why.split('\n'));
      return [`${i + 1}) ${what}`, ...reason.map(indented), ''].join('\n');
    })
    .join('\n');
}

function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - headLines - tailLines;
  return left > 1 ? [...lines.slice(0, headLines), `… ${left} lines …`, ...lines.slice(-tailLines)] : lines;
}

const indented = (line: string): string =>
  `   ${line.length > lineLengthMax ? `${line.slice(0, lineLengthMax)} … ${line.length - lineLengthMax} more` : line}`.trimEnd();

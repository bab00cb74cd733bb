import { describeMachine } from '@xietong/bench/machine';
import type { Scenario } from '../scenarios/scenario.ts';
import type { KeptLoad, LoadLine } from './load-lines.ts';
import type { Measured } from './measured.ts';

const heading = '| asked/s | done/s | seconds | dropped | failed | p50 ms | p95 ms | p99 ms | verdict |';
const rule = heading.replace(/[^|]+/g, '---');

/** What an iteration is, and what it must reach. */
const aboutOf = ({ summary, thresholds: { p95Ms, p99Ms } }: Scenario): string =>
  `${summary}\n\np95 <= ${p95Ms} ms, p99 <= ${p99Ms} ms, nothing dropped, nothing failed\n`;

const short = (value: number): string => {
  if (value === Infinity) return 'never';
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
};

const row = ({ rate, seconds, doneRate, dropped, failed, p50Ms, p95Ms, p99Ms }: Measured, verdict: string): string =>
  `| ${[rate, short(doneRate), seconds, dropped, failed, short(p50Ms), short(p95Ms), short(p99Ms), verdict].join(' | ')} |`;

// The words of an answer may hold anything; a row of a table holds no bar and no line's end.
const verdictOf = (missed: readonly string[]): string =>
  missed.length === 0 ? 'holds' : `missed: ${missed.join(', ')}`.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** One measurement in a line, as it comes. */
export const renderRow = (measured: Measured, missed: readonly string[]): string => row(measured, verdictOf(missed));

/** What stands above a scenario's measurements; each is a line of the table that it begins. */
export const renderHead = (scenario: Scenario): string => [`${scenario.name}: ${aboutOf(scenario)}`, heading, rule].join('\n');

/** All that is kept, as `docs/load.md`. */
export function renderKept({ machine, lines }: KeptLoad, scenarios: readonly Scenario[]): string {
  const sections = scenarios.flatMap((scenario) => {
    const own = lines.filter((line) => line.scenario === scenario.name);
    return own.length === 0 ? [] : [`\n## ${scenario.name}\n`, aboutOf(scenario), heading, rule, ...own.map(renderKeptRow)];
  });
  return [
    `# Measured by \`npm run load\`\n`,
    `Measured on ${describeMachine(machine)}, which bore the platform and the load alike.`,
    ...sections,
    '',
  ].join('\n');
}

const renderKeptRow = ({ highest, measured, missed, date }: LoadLine): string =>
  row(measured, `${verdictOf(missed)}${highest ? '; the highest rate that does' : ''}, ${date}`);

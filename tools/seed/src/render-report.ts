import { formatMoney } from '@xietong/domain';
import type { ImportReport } from './import-file.ts';
import { type Finding, isRefusal, type Rule, rules } from './rules.ts';

const linesShown = 8;

/** The end of an import as a person reads it: refused lines, rules applied, then the sums. */
export function renderReport({ outcome, findings, complete }: ImportReport): string {
  const refused = findings.filter(isRefusal);
  const sections = [
    refused.length === 0 ? [] : ['Refused, by line:', ...refused.map(refusedLine)],
    ruleTable('Refused, by reason:', refused),
    ruleTable(
      'Kept, read by rule (tools/seed/RULES.md):',
      findings.filter((finding) => !isRefusal(finding)),
    ),
    ['Import:', ...table(sums(outcome, findings))],
    [verdict(outcome, refused, complete)],
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

/** Every finding as a line of CSV: what the report shortens, in full. */
export function renderFindings(findings: readonly Finding[]): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = findings.map(({ line, project = '', rule, detail }) =>
    [line, quote(project), rules[rule].verdict, rule, quote(detail)].join(';'),
  );
  return ['line;project;verdict;rule;detail', ...rows, ''].join('\n');
}

const refusedLine = ({ line, project, rule, detail }: Finding): string =>
  `  line ${line}${project === undefined ? '' : ` (project ${project})`}: ${rules[rule].words}: ${detail}`;

function ruleTable(title: string, findings: readonly Finding[]): string[] {
  const lines = Map.groupBy(findings, ({ rule }) => rule);
  if (lines.size === 0) return [];
  return [title, ...table([...lines].map(([rule, applied]) => [rules[rule].words, `${count(applied.length)}  ${places(applied)}`]))];
}

function places(findings: readonly Finding[]): string {
  const numbers = [...new Set(findings.map(({ line }) => line))];
  const shown = numbers.slice(0, linesShown).join(', ');
  return `line${numbers.length === 1 ? '' : 's'} ${shown}${numbers.length > linesShown ? ', …' : ''}`;
}

function sums(outcome: ImportReport['outcome'], findings: readonly Finding[]): [string, string][] {
  const { created, alreadyThere, unsent, seconds } = outcome;
  // A line that only repeats another is refused, but its project is not.
  const lost = findings.filter((finding) => isRefusal(finding) && finding.rule !== 'line-repeated');
  const refusedProjects = new Set(lost.map(({ project }) => project).filter((project) => project !== undefined));
  const linesOf = (rule: Rule) => findings.filter((finding) => finding.rule === rule).length;
  return [
    ['projects created', count(created)],
    ['projects already there', count(alreadyThere)],
    ['projects refused or held back', count(refusedProjects.size)],
    ['projects not sent', count(unsent)],
    ['participations', count(outcome.participations)],
    ['participations without a region', count(linesOf('no-region'))],
    ['amount', formatMoney({ amount: outcome.cents, currency: 'EUR' }, 'en')],
    ['seconds', seconds.toFixed(1)],
    ['projects a second', count(Math.round((created + alreadyThere) / seconds))],
  ];
}

function verdict(
  { created, alreadyThere, unsent, stoppedBy }: ImportReport['outcome'],
  refused: readonly Finding[],
  complete: boolean,
): string {
  if (stoppedBy) return `Stopped: ${stoppedBy.message}.`;
  if (unsent > 0) return 'Stopped as asked; run the import again to go on.';
  const refusedLines = new Set(refused.map(({ line }) => line)).size;
  if (refusedLines > 0) {
    const [lines, them] = refusedLines === 1 ? ['1 line is', 'it'] : [`${count(refusedLines)} lines are`, 'them'];
    return `${lines} refused; mend ${them} and run the import again: what is there stays.`;
  }
  if (!complete) return 'Nothing to import: the file has no project below its header.';
  return created === 0 && alreadyThere > 0
    ? 'Nothing changed: every project was there already, with the same content (Idempotency-Replayed).'
    : 'Complete.';
}

const table = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
};

const count = (number: number): string => number.toLocaleString('en-GB');

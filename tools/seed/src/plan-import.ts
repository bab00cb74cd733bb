import { isDeepStrictEqual } from 'node:util';
import type { RegisterProject } from '@xietong/contracts-projects';
import type { Reading, Row } from './read-dataset.ts';
import { type Finding, isRefusal } from './rules.ts';
import { toProject } from './to-project.ts';

/** A project ready to be sent, and the lines it comes from. */
export interface PlannedProject {
  readonly input: RegisterProject;
  readonly lines: readonly number[];
}

/** All that a file holds: what will be sent, and every rule that was applied, in the order of lines. */
export interface ImportPlan {
  readonly projects: readonly PlannedProject[];
  readonly findings: readonly Finding[];
}

/** Groups the rows of the file into projects. A project is planned whole or not at all: half of it would make its figures wrong. */
export async function planImport(readings: AsyncIterable<Reading>): Promise<ImportPlan> {
  const rows = new Map<string, [Row, ...Row[]]>();
  const findings: Finding[] = [];
  for await (const reading of readings) {
    const finding = 'finding' in reading ? reading.finding : join(rows, reading.row);
    if (finding) findings.push(finding);
  }
  const damaged = new Map(findings.filter((finding) => finding.rule !== 'line-repeated').map(({ project, line }) => [project, line]));
  const projects = [...rows].flatMap(([number, group]) => {
    const { input, findings: applied } = toProject(group);
    const refusedLine = damaged.get(number) ?? applied.find(isRefusal)?.line;
    if (refusedLine === undefined) findings.push(...applied);
    else findings.push(...applied.filter(isRefusal), ...heldBack(group, applied, refusedLine));
    return input && refusedLine === undefined ? [{ input, lines: group.map(({ line }) => line) }] : [];
  });
  return { projects, findings: findings.sort((a, b) => a.line - b.line) };
}

// Adds the row to its project, or says why it cannot.
function join(rows: Map<string, [Row, ...Row[]]>, row: Row): Finding | undefined {
  const project = row.cells.Prosjektnr;
  if (!/^\d{1,12}$/.test(project))
    return { line: row.line, rule: 'project-number-malformed', detail: `Prosjektnr: ${JSON.stringify(project.slice(0, 80))}` };
  const group = rows.get(project);
  const same = group?.find(({ cells }) => isDeepStrictEqual(cells, row.cells));
  if (same) return { line: row.line, project, rule: 'line-repeated', detail: `as on line ${same.line}` };
  if (group) group.push(row);
  else rows.set(project, [row]);
  return undefined;
}

function heldBack(group: readonly Row[], applied: readonly Finding[], refusedLine: number): Finding[] {
  const refused = new Set(applied.filter(isRefusal).map(({ line }) => line));
  return group
    .filter(({ line }) => !refused.has(line))
    .map(({ line, cells }) => ({ line, project: cells.Prosjektnr, rule: 'project-held-back', detail: `because of line ${refusedLine}` }));
}

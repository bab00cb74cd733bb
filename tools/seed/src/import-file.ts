import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type ImportOptions, type ImportOutcome, importProjects } from './import-projects.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { readDataset } from './read-dataset.ts';
import { type Finding, isRefusal } from './rules.ts';

/** The copy of the data set in this repository. */
export const dataSetFile = join(import.meta.dirname, '..', 'data', 'eu-grants-norway.csv');

/** What an import found in the file and did with it. */
export interface ImportReport {
  readonly file: string;
  readonly outcome: ImportOutcome;
  /** Every rule that was applied to a line, in the order of lines. */
  readonly findings: readonly Finding[];
  /** There was something to import, nothing was refused and nothing was left unsent. */
  readonly complete: boolean;
}

/** Reads the file and registers its projects through the API of the projects service. */
export async function importFile(
  file: string,
  options: ImportOptions & { readonly onPlan?: (plan: ImportPlan) => void },
): Promise<ImportReport> {
  const plan = await planImport(readDataset(createReadStream(file)));
  options.onPlan?.(plan);
  const outcome = await importProjects(plan.projects, options);
  const findings = [...plan.findings, ...outcome.refused].sort((a, b) => a.line - b.line);
  return { file, outcome, findings, complete: plan.projects.length > 0 && !findings.some(isRefusal) && outcome.unsent === 0 };
}

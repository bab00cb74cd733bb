import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataSetFile, importFile, type ProgressBar, renderFindings, renderReport, type TokenSource } from '@xietong/seed';

export interface ImportWishes {
  readonly projectsUrl: string;
  readonly token: TokenSource;
  readonly stateDir: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  readonly progress: ProgressBar;
}

/** What the import of the grants left in the projects service. */
export interface ImportedGrants {
  readonly projects: number;
  /** In a sentence. */
  readonly words: string;
}

const inFlight = 32;

/** Imports the EU grants in Norway through the API of the projects service. Lines that are refused are reported; an import that stops throws. */
export async function importGrants({ projectsUrl, token, stateDir, signal, report, progress }: ImportWishes): Promise<ImportedGrants> {
  const grants = await importFile(dataSetFile, {
    projectsUrl,
    token,
    inFlight,
    signal,
    onPlan: ({ projects }) => progress.start(projects.length),
    onProgress: (done) => progress.advance(done),
  }).finally(() => progress.stop());
  const findingsFile = join(stateDir, 'seed', 'findings.csv');
  mkdirSync(dirname(findingsFile), { recursive: true });
  writeFileSync(findingsFile, renderFindings(grants.findings));
  const { created, alreadyThere, participations, stoppedBy } = grants.outcome;
  if (stoppedBy) throw stoppedBy;
  if (!grants.complete) report(renderReport(grants));
  const projects = created + alreadyThere;
  return {
    projects,
    words: `${count(projects)} projects with ${count(participations)} participations are there (${count(created)} of them new).`,
  };
}

const count = (number: number): string => number.toLocaleString('en-GB');

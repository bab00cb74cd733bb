export { dataSetFile, importFile, type ImportReport } from './import-file.ts';
export { idempotencyKeyOf, ImportStopped } from './register-project.ts';
export type { ImportOptions, ImportOutcome } from './import-projects.ts';
export { type ImportPlan, planImport, type PlannedProject } from './plan-import.ts';
export { readDataset } from './read-dataset.ts';
export { renderFindings, renderReport } from './render-report.ts';
export type { Finding, Rule } from './rules.ts';
export { linesOn, progressBar, type ProgressBar } from './progress-bar.ts';
export { tokenSource, type TokenSource } from './token-source.ts';

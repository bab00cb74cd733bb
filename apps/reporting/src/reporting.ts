import { service } from '@xietong/kernel';
import { problems } from './problems.ts';
import { figureEvents, figures, metrics } from './queries.ts';
import { Report } from './report/report.ts';
import { reportCorrections, reportTable } from './report/report-queries.ts';
import { targetProgress } from './target/progress.ts';
import { Target } from './target/target.ts';

/** Facts in, figures out: what crossed a border, each number with its definition, its watermark and its events; and what figures are to come to, and what was reported. */
export const reporting = service('reporting', {
  aggregates: [Target, Report],
  queries: [metrics, figures, figureEvents, targetProgress, reportTable, reportCorrections],
  consumers: ['facts'],
  problems,
});

import { service } from '@xietong/kernel';
import { problems } from './problems.ts';
import { figureEvents, figures, metrics } from './queries.ts';
import { targetProgress } from './target/progress.ts';
import { Target } from './target/target.ts';

/** Facts in, figures out: what crossed a border, each number with its definition, its watermark and its events; and what figures are to come to. */
export const reporting = service('reporting', {
  aggregates: [Target],
  queries: [metrics, figures, figureEvents, targetProgress],
  consumers: ['facts'],
  problems,
});

import { service } from '@xietong/kernel';
import { problems } from './problems.ts';
import { figureEvents, figures, metrics } from './queries.ts';

/** Facts in, figures out: what crossed a border, each number with its definition, its watermark and its events. */
export const reporting = service('reporting', { queries: [metrics, figures, figureEvents], consumers: ['facts'], problems });

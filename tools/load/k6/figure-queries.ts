import { figureQueries } from '../scenarios/figure-queries.ts';
import { scriptOf } from './script.ts';

const script = scriptOf(figureQueries);

export const { options, setup, teardown } = script;
export default script.iterate;

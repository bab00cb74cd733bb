import { commandMix } from '../scenarios/command-mix.ts';
import { scriptOf } from './script.ts';

const script = scriptOf(commandMix);

export const { options, setup, teardown } = script;
export default script.iterate;

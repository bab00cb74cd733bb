import { logInStorm } from '../scenarios/log-in-storm.ts';
import { scriptOf } from './script.ts';

const script = scriptOf(logInStorm);

export const { options, setup, teardown } = script;
export default script.iterate;

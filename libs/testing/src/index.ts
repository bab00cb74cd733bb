export { applicant, clock, director, officer, person } from './actors.ts';
export type { Circumstances } from './circumstances.ts';
export { commandSequences, play, type Step } from './command-sequences.ts';
export { denied, type Expectation, invalidInput, refusal } from './expectations.ts';
export { given, stateAfter } from './given.ts';

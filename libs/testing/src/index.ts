export { applicant, clock, director, officer, person } from './actors.ts';
export type { Circumstances } from './circumstances.ts';
export { commandSequences, eventsOutOfReach, play, type Step } from './command-sequences.ts';
export { contractStaysReadable, publishSchemas } from './contract-golden.ts';
export { denied, type Expectation, invalidInput, refusal } from './expectations.ts';
export { given, stateAfter } from './given.ts';
export { type GoldenLife, goldenEventsFold } from './golden-lives.ts';
export { type GoldenFiles, goldenFilesAreCurrent, writeGoldenFiles } from './golden-files.ts';

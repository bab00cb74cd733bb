// The parts of which the service is made, for tools that measure them one by one or run it their own way.
export { adapt } from './adapters/adapt.ts';
export { adaptWith } from './adapters/adapt-with.ts';
export { FactsFile } from './adapters/facts-file/facts-file.ts';
export { readFigure } from './adapters/figures/read-figure.ts';
export { Intake } from './adapters/intake/intake.ts';
export { contracts } from './contracts.ts';
export { admit } from './intake/admit.ts';
export { Flush } from './intake/flush.ts';
export { Ledger } from './intake/ledger.ts';
export { messageReader } from './intake/read-message.ts';
export { type Asked, toQuestion } from './metrics/question.ts';
export type { Sight } from './metrics/side-source.ts';

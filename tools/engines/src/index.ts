export type { EngineAddresses } from './addresses.ts';
export { downEngines, findEngines, upEngines, type UpOptions } from './engines.ts';
export { endingWith } from './ending.ts';
export { withOwnEngines } from './own-engines.ts';
export { portalPort, type ServiceName, serviceNames, services, variableOf } from './manifest.ts';
export { reservePort } from './ports.ts';
export { createScramUsers } from './scram.ts';

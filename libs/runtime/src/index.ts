export { type Adapters, type Engines, run } from './run.ts';
export { type StartedService, startService } from './service-process.ts';
export type { Batch, Bus, Consumption, ConsumeRequest, IncomingMessage, Position } from './bus/bus.ts';
export { type CloudEvent, type Incoming, readCloudEvent } from './consume/cloud-event.ts';
export { AgenciesFile, type Agency, topicOf } from './config/agencies.ts';
export type { Config } from './config/config.ts';
export { provisionTopics } from './bus/kafka-provision.ts';

// The parts of which `run` is made, for tools that measure and test them one by one.
export { batcher } from './commit/batcher.ts';
export { httpService } from './http/http-service.ts';
export { httpServer } from './http/limits.ts';
export { type Verification, type Verify, verifier } from './access/verifier.ts';
export { memoryStore } from './store/memory-store.ts';
export { mongoStore } from './store/mongo-store.ts';
export type { Collection, Store, Verdict, Write } from './store/store.ts';

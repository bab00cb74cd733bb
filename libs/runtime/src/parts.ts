// The parts of which `run` is made, for tools that measure and test them one by one.
export { batcher } from './commit/batcher.ts';
export { KafkaBus } from './bus/kafka-bus.ts';
export type { KafkaCredentials } from './bus/kafka-client.ts';
export { httpService } from './http/http-service.ts';
export { httpServer } from './http/limits.ts';
export { type Verification, type Verify, verifier } from './access/verifier.ts';
export type { Journal } from './journal/journal.ts';
export { relay } from './relay/relay.ts';
export { memoryStore } from './store/memory-store.ts';
export { mongoStore } from './store/mongo-store.ts';
export type { Collection, Store, Verdict, Write } from './store/store.ts';
export { accessMatrix } from './http/access-matrix.ts';
export { asyncApiOf } from './http/asyncapi.ts';
export { openApiOf } from './http/openapi.ts';
export { configShape } from './config/config.ts';

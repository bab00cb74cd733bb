export { type Adapters, type Engines, run } from './run.ts';
export { type StartedService, startService } from './service-process.ts';
export type { Batch, Bus, Consumption, ConsumeRequest, IncomingMessage, Position } from './bus/bus.ts';
export { AgenciesFile, type Agency, topicOf } from './config/agencies.ts';
export type { Config } from './config/config.ts';
export { traceparentsIn } from './telemetry/tracing.ts';
export { provisionTopics } from './bus/kafka-provision.ts';

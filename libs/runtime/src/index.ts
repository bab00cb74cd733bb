export { type Adapters, type Engines, run } from './run.ts';
export { type StartedService, startService } from './service-process.ts';
export type { Batch, Bus, Consumption, ConsumeRequest, IncomingMessage, Position } from './bus/bus.ts';
export { AgenciesFile, type Agency, topicOf } from './config/agencies.ts';
export type { Config } from './config/config.ts';
export {
  type Decider,
  type DeskRefusal,
  type InspectedMessage,
  type ParkedMessage,
  type ParkedPlace,
  type ParkedLine,
  type ParkedQuestion,
  type ParkedReason,
  parkedIdOf,
  type ParkingDecision,
  type ParkingDesk,
  type Replayed,
} from './parking/parking-desk.ts';
export type { ParkedTally } from './parking/parking-lot.ts';
export { changedIdentity } from './parking/same-event.ts';
export { noTracing, traceparentsIn, type Tracing } from './telemetry/tracing.ts';
export { provisionTopics } from './bus/kafka-provision.ts';

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures that an operator watches, each with what it says in its `help`. */
export interface Metrics {
  readonly commands: Histogram<'aggregate' | 'command' | 'outcome'>;
  readonly outboxDepth: Gauge<'collection'>;
  readonly consumerLag: Gauge<'consumer' | 'topic' | 'partition'>;
  readonly faults: Counter<'what'>;
  /** Of consumers that keep what they read: events applied, events that wait for an earlier one, messages that are parked. */
  readonly consumed: Gauge<'consumer' | 'state'>;
  readonly text: () => Promise<string>;
}

/** A registry of its own, so that two services in one test process do not share counts. `refresh` runs before each reading. */
export function metricsOf(
  service: string,
  refresh: (metrics: Metrics) => Promise<void>,
  fault: (what: string, fault: unknown) => void,
): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const metrics: Metrics = {
    commands: new Histogram({
      name: 'xietong_command_seconds',
      help: 'Time of a command from its parsed input to its outcome',
      labelNames: ['aggregate', 'command', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    outboxDepth: new Gauge({
      name: 'xietong_outbox_documents',
      help: 'Documents with events that are not marked sent',
      labelNames: ['collection'],
      registers,
    }),
    consumerLag: new Gauge({
      name: 'xietong_consumer_lag_messages',
      help: 'Messages of a partition that a consumer has not been handed yet',
      labelNames: ['consumer', 'topic', 'partition'],
      registers,
    }),
    consumed: new Gauge({
      name: 'xietong_consumed_events',
      help: 'Events that a consumer has read: applied, waiting for an earlier one, or parked as unreadable with their followers',
      labelNames: ['consumer', 'state'],
      registers,
    }),
    faults: new Counter({
      name: 'xietong_faults_total',
      help: 'Faults of engines that were met and tried again',
      labelNames: ['what'],
      registers,
    }),
    text: async () => {
      // Without its database a service still says what it is like: that is when somebody looks.
      await refresh(metrics).catch((err: unknown) => fault('the metrics are not refreshed', err));
      return registry.metrics();
    },
  };
  return metrics;
}

import { totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Gauge, Histogram, type MetricType, Registry } from 'prom-client';

/** A metric as a page lists it. */
export interface DescribedMetric {
  readonly name: string;
  readonly type: string;
  readonly labels: readonly string[];
  readonly help: string;
}

/** The figures that an operator watches, each with what it says in its `help`. */
export interface Metrics extends ReturnType<typeof declaredIn> {
  readonly text: () => Promise<string>;
  /** All of the registry, those of the process included, by name. */
  readonly described: () => Promise<DescribedMetric[]>;
}

/** A scrape that takes longer than the scraper's patience tells nothing at all. */
const refreshMsMaxUnlessGiven = 2_000;

/**
 * The period of the timer whose lateness is the lag of the event loop, in ms; what it records begins with the period itself. At the usual
 * 10 ms the timer alone was half of the CPU of an idle service. `ops/dashboard.json` takes the period off.
 */
const lagPeriodMs = 100;

/**
 * A registry of its own, so that two services in one test process do not share counts. `refresh` runs before each reading, one at a time,
 * and is waited for no longer than `refreshMsMax`: then the metrics are told as they were.
 */
export function metricsOf(
  service: string,
  refresh: (metrics: Metrics) => Promise<void>,
  fault: (what: string, fault: unknown) => void,
  refreshMsMax = refreshMsMaxUnlessGiven,
): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: lagPeriodMs });
  let underWay: Promise<void> | undefined;

  const refreshed = (): Promise<void> =>
    (underWay ??= refresh(metrics)
      // Without its database a service still says what it is like: that is when somebody looks.
      .catch((err: unknown) => fault('the metrics are not refreshed', err))
      .finally(() => (underWay = undefined)));

  const metrics: Metrics = {
    ...declaredIn(registry),
    async text() {
      const late = delay(refreshMsMax, 'late' as const, { ref: false });
      if ((await Promise.race([refreshed(), late])) === 'late')
        fault('the metrics are not refreshed in time', new Error(`no answer within ${refreshMsMax} ms`));
      return registry.metrics();
    },
    described: () => describedIn(registry),
  };
  metrics.memoryLimit.set(Math.min(process.constrainedMemory() || Infinity, totalmem()));
  return metrics;
}

function declaredIn(registry: Registry) {
  const registers = [registry];
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
    new Histogram<Label>({ name, help, buckets, labelNames, registers });
  return {
    requests: histogram(
      'xietong_http_request_seconds',
      'Time of an HTTP request until its answer; status is 2xx, 4xx or 5xx',
      [0.005, 0.025, 0.1, 0.5, 2.5, 10],
      'method',
      'route',
      'status',
    ),
    commands: histogram(
      'xietong_command_seconds',
      'Time of a command from its parsed input to its outcome',
      [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      'aggregate',
      'command',
      'outcome',
    ),
    applied: histogram(
      'xietong_event_applied_seconds',
      'Time from a commit until the consumer has applied it, of the first event of each batch',
      [0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 600],
      'consumer',
    ),
    ready: gauge('xietong_ready', "1 where a check is passed, 0 where it is not; 'service': requests may come", 'check'),
    outboxDepth: gauge('xietong_outbox_documents', 'Documents with events that are not marked sent', 'collection'),
    outboxOldest: gauge('xietong_outbox_oldest_seconds', 'How long the document has waited that waits longest in the outbox', 'collection'),
    consumerLag: gauge(
      'xietong_consumer_lag_messages',
      'Messages of a partition that a consumer has not been handed yet',
      'consumer',
      'topic',
      'partition',
    ),
    consumerHalted: gauge('xietong_consumer_halted', '1 where a consumer was halted for good and somebody has to act', 'consumer'),
    eventOldest: gauge(
      'xietong_event_oldest_seconds',
      'Age of the oldest event that a consumer has been handed and has not applied; 0 where there is none',
      'consumer',
    ),
    /** Of consumers that keep what they read: events applied, events that wait for an earlier one, messages that are parked. */
    consumed: gauge(
      'xietong_consumed_events',
      'Events that a consumer has read: applied, waiting for an earlier one, or parked as unreadable with their followers',
      'consumer',
      'state',
    ),
    parked: gauge(
      'xietong_parked_messages',
      'Messages that are parked, by whose topic they came on and why',
      'consumer',
      'agency',
      'reason',
    ),
    deadlinesOverdue: gauge(
      'xietong_deadlines_overdue',
      'Documents whose deadline passed more than a minute ago and is not carried out; counted up to 1000',
      'aggregate',
    ),
    journalSealed: gauge(
      'xietong_journal_unsealed_seconds',
      "Time since an agency's journal was last sealed, or was opened where it never was",
      'agency',
    ),
    memoryLimit: gauge(
      'xietong_memory_limit_bytes',
      'Memory that the process may take: the limit of its container, else that of the machine',
    ),
    faults: new Counter({
      name: 'xietong_faults_total',
      help: 'Faults of engines that were met and tried again',
      labelNames: ['what'],
      registers,
    }),
  };
}

async function describedIn(registry: Registry): Promise<DescribedMetric[]> {
  const json = await registry.getMetricsAsJSON();
  const typeOf = new Map(json.map(({ name, type }) => [name, String(type as unknown as MetricType)]));
  const metrics = registry.getMetricsAsArray() as unknown as readonly (DescribedMetric & { readonly labelNames: readonly string[] })[];
  return metrics
    .map(({ name, help, labelNames }) => ({ name, type: typeOf.get(name) ?? '', labels: ['service', ...labelNames], help }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

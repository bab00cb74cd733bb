import type { Consumption } from '../bus/bus.ts';
import type { ParkedTally } from '../parking/parking-lot.ts';
import type { Readiness } from '../readiness.ts';
import type { EventAges } from './event-ages.ts';
import type { Metrics } from './metrics.ts';

/** A consumer as it runs. */
export interface WatchedConsumer {
  readonly consumption: Pick<Consumption, 'health' | 'lag'>;
  readonly ages: Pick<EventAges, 'oldestSeconds'>;
}

export interface MeasuredService {
  readonly readiness: () => Promise<Readiness>;
  readonly consumers: ReadonlyMap<string, WatchedConsumer>;
  /** By consumer and state (`applied`, `waiting`, `parked`). */
  readonly consumed: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  readonly parked: () => Promise<readonly ParkedTally[]>;
  /** What only the write path knows. */
  readonly writePath: (metrics: Metrics) => Promise<void>;
}

/**
 * Sets the metrics that are read off rather than counted. One that cannot be read leaves the others as they are found; rejects with all
 * that could not.
 */
export async function measureService(service: MeasuredService, metrics: Metrics): Promise<void> {
  measureConsumers(service.consumers, metrics);
  const results = await Promise.allSettled([
    measureReadiness(service, metrics),
    measureConsumed(service, metrics),
    measureParked(service, metrics),
    service.writePath(metrics),
  ]);
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new AggregateError(faults, 'several metrics could not be read');
}

function measureConsumers(consumers: MeasuredService['consumers'], { consumerLag, consumerHalted, eventOldest }: Metrics): void {
  // A partition that is another instance's by now is told there.
  consumerLag.reset();
  for (const [consumer, { consumption, ages }] of consumers) {
    const reads = consumption.lag();
    for (const { topic, partition, messages } of reads)
      consumerLag.set({ consumer, topic, partition: String(partition) }, Number(messages));
    consumerHalted.set({ consumer }, consumption.health().state === 'halted' ? 1 : 0);
    eventOldest.set({ consumer }, ages.oldestSeconds(reads));
  }
}

async function measureReadiness({ readiness }: MeasuredService, { ready: gauge }: Metrics): Promise<void> {
  const { ready, checks } = await readiness();
  gauge.set({ check: 'service' }, ready ? 1 : 0);
  for (const [check, answer] of Object.entries(checks)) gauge.set({ check }, answer === 'up' ? 1 : 0);
}

async function measureConsumed({ consumed }: MeasuredService, { consumed: gauge }: Metrics): Promise<void> {
  for (const [consumer, counts] of Object.entries(await consumed()))
    for (const [state, count] of Object.entries(counts)) gauge.set({ consumer, state }, count);
}

async function measureParked({ parked }: MeasuredService, { parked: gauge }: Metrics): Promise<void> {
  const tallies = await parked();
  // What was decided about is parked no more: its series ends.
  gauge.reset();
  for (const { consumer, agency, reason, messages } of tallies) gauge.set({ consumer, agency, reason }, messages);
}

import type { Instant } from '@xietong/domain';
import type { AnyAggregate } from '@xietong/kernel';
import type { Bus } from '../bus/bus.ts';
import type { Collection, OutboxEntry, Store } from '../store/store.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { archiver } from './archiver.ts';
import type { Pace } from './line.ts';
import { keyOf, type Sender, sender } from './sender.ts';

/** What a commit hands to the relay: its own events, and the highest version that its read saw waiting already. */
export interface HandOver {
  readonly aggregate: AnyAggregate;
  readonly id: string;
  readonly entries: readonly OutboxEntry[];
  readonly pendingVersion: number;
}

export interface RelayParts {
  /** The service, as its spans name it. */
  readonly context: string;
  readonly tracing: Pick<Tracing, 'span'>;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly aggregates: readonly AnyAggregate[];
  readonly bus: Pick<Bus, 'publish'>;
  readonly store: Pick<Store, 'journal' | 'pendingOutside'>;
  readonly fault: (what: string, fault: unknown) => void;
  readonly pace?: Pace;
}

export interface Relay {
  handOver(events: HandOver): void;
  /** Sends what a crash, this instance's or another's, left behind: what has waited since `from` or longer, or is dated after `to`. */
  sweep(from: Instant, to: Instant): Promise<void>;
  /** Resolves when nothing waits in this process, or after `mostMs`; then sends no more. */
  drain(mostMs: number): Promise<void>;
}

const sweepMax = 1000;
const usualPace: Pace = { sendEveryMs: 20, archiveEveryMs: 100, retryFirstMs: 50, retryLastMs: 5_000 };

/**
 * Sends what waits in the outboxes: to the bus in version order, then to the journal, and only then marks it sent. So a
 * second sender, or a crash at any point, makes duplicates and never gaps.
 */
export function relay({ pace = usualPace, ...parts }: RelayParts): Relay {
  const senders = new Map<string, Sender>();
  const archive = archiver({
    journal: parts.store.journal,
    fault: parts.fault,
    pace,
    marked: (line, version) => {
      if (line.sentVersion <= version) for (const each of senders.values()) each.release(line);
    },
  });

  const collectionOf = ({ aggregate }: HandOver): Collection => {
    const found = parts.collections.get(aggregate.collection);
    if (!found) throw new Error(`no collection '${aggregate.collection}' in this service`);
    return found;
  };

  function senderOf(topic: string): Sender {
    const { context, tracing, bus, fault } = parts;
    const found = senders.get(topic) ?? sender({ context, topic, tracing, bus, collectionOf, sent: archive.add, fault, pace });
    senders.set(topic, found);
    return found;
  }

  function handOver(events: HandOver): void {
    const [first] = events.entries;
    if (first) senderOf(first.topic).handOver(events);
  }

  async function takeUp(aggregate: AnyAggregate, left: readonly string[]): Promise<void> {
    // What this process holds is on its way already; what it has sent waits for its mark.
    const unknown = left.filter((id) => ![...senders.values()].some((each) => each.holds(keyOf({ aggregate, id }))));
    if (unknown.length === 0) return;
    const waiting = await parts.collections.get(aggregate.collection)?.outbox(unknown);
    for (const [id, entries] of waiting ?? []) handOver({ aggregate, id, entries, pendingVersion: 0 });
  }

  return {
    handOver,
    async sweep(from, to) {
      const left = Map.groupBy(await parts.store.pendingOutside(from, to, sweepMax), ({ collection }) => collection);
      for (const aggregate of parts.aggregates) {
        const places = left.get(aggregate.collection) ?? [];
        await takeUp(
          aggregate,
          places.map(({ id }) => id),
        );
      }
    },
    async drain(mostMs) {
      const endsAt = performance.now() + mostMs;
      const busy = () => archive.busy() || [...senders.values()].some((each) => each.busy());
      while (busy() && performance.now() < endsAt) {
        archive.flush();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      for (const each of senders.values()) each.stop();
      archive.stop();
    },
  };
}

import type { Batch } from '../bus/bus.ts';

type Handle = (batch: Batch) => Promise<void>;
type Partition = Pick<Batch, 'topic' | 'partition'>;

/** How old the events are that one consumer has in hand, by the time in their envelopes. */
export interface EventAges {
  /** The same handling, watched. A batch that is rejected stays in hand: it comes again. */
  watched(handle: Handle): Handle;
  /** The age of the oldest in hand, in seconds, of the partitions that the consumer reads now; 0 where there is none. */
  oldestSeconds(reads: readonly Partition[]): number;
}

/** The envelope stands before the data, and its fields are short. */
const envelopeBytes = 1_024;

/** `applied` is told the age of the first event of each batch once the batch is applied: a batch is as late as its first event. */
export function eventAges(nowMs: () => number, applied: (seconds: number) => void): EventAges {
  const inHand = new Map<string, number>();
  // A clock that is ahead elsewhere makes no event younger than new.
  const ageOf = (happenedMs: number): number => Math.max(0, nowMs() - happenedMs) / 1_000;
  return {
    watched: (handle) => async (batch) => {
      const key = keyOf(batch);
      const happenedMs = firstMomentOf(batch);
      if (happenedMs === undefined) return handle(batch);
      inHand.set(key, happenedMs);
      await handle(batch);
      inHand.delete(key);
      applied(ageOf(happenedMs));
    },
    oldestSeconds: (reads) => Math.max(0, ...reads.flatMap((partition) => inHand.get(keyOf(partition)) ?? []).map(ageOf)),
  };
}

const keyOf = ({ topic, partition }: Partition): string => `${topic}/${partition}`;

// What is no event has no moment: it is parked, and counted there.
function firstMomentOf({ messages: [first] }: Batch): number | undefined {
  const time = first && /"time":"([^"]{1,40})"/.exec(first.value.toString('latin1', 0, envelopeBytes))?.[1];
  const ms = time === undefined ? NaN : Date.parse(time);
  return Number.isNaN(ms) ? undefined : ms;
}

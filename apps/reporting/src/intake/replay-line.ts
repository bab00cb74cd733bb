import { readCloudEvent } from '@xietong/kernel';
import type { Flush } from './flush.ts';
import { addHole, type Ledger, type PartitionState, stepOf } from './ledger.ts';
import { type ParkedEntry, valueOf } from './parked.ts';
import type { MessageReader } from './read-message.ts';
import { releaseWaiting, takeEvent } from './take-event.ts';

/** How far a replay came: what left the line, and what stopped it. */
export interface LineReplayed {
  readonly applied: number;
  readonly stoppedBy?: ParkedEntry;
}

/**
 * Takes the line of a key from its front, in the order of the topic, up to the first message that still cannot be applied. All of it
 * becomes known at one step of the partition, after every step that a watermark may have named before.
 */
export function replayLine(
  ledger: Ledger,
  read: MessageReader,
  partition: PartitionState,
  line: readonly ParkedEntry[],
  decision: number,
  flush: Flush,
): LineReplayed {
  const step = stepOf(partition, partition.next);
  partition.replays += 1;
  flush.partitions.add(partition);
  let applied = 0;
  for (const entry of line) {
    if (entry.status === 'discarded') {
      passDiscarded(ledger, partition, entry, line, step, flush);
      continue;
    }
    const stoppedBy = applyEntry(ledger, read, partition, entry, step, flush);
    if (stoppedBy) {
      flush.decided.push(stoppedBy);
      return { applied, stoppedBy };
    }
    flush.decided.push({ ...entry, status: 'applied', inLine: false, settledBy: decision });
    ledger.counts.parked -= 1;
    applied += 1;
  }
  return { applied };
}

function applyEntry(
  ledger: Ledger,
  read: MessageReader,
  partition: PartitionState,
  entry: ParkedEntry,
  step: bigint,
  flush: Flush,
): ParkedEntry | undefined {
  const message = { offset: entry.offset, key: entry.key, value: valueOf(entry) };
  const event = read(partition.says, message);
  if ('unreadable' in event) return { ...entry, reason: event.unreadable, detail: event.detail };
  const unfit = takeEvent(ledger, partition, event, message, step, flush);
  return unfit && { ...entry, reason: unfit, detail: 'key' };
}

function passDiscarded(
  ledger: Ledger,
  partition: PartitionState,
  entry: ParkedEntry,
  line: readonly ParkedEntry[],
  step: bigint,
  flush: Flush,
): void {
  const hole = versionOf(partition, entry) ?? missingVersion(ledger, partition, entry.key, line);
  addHole(partition, entry.key, hole);
  flush.decided.push({ ...entry, inLine: false, hole });
  for (const aggregate of ledger.aggregatesUnder(partition, entry.key))
    releaseWaiting(ledger, aggregate, partition.holes.get(entry.key), step, flush);
}

function versionOf({ says }: PartitionState, entry: ParkedEntry): number | undefined {
  const read = readCloudEvent(says.source, entry.key, valueOf(entry));
  return 'event' in read ? read.version : undefined;
}

/**
 * The version that an unreadable message was: within a partition versions come in order, so it is the first one after what was applied or
 * discarded that nothing else in the line is.
 */
function missingVersion(ledger: Ledger, partition: PartitionState, key: string, line: readonly ParkedEntry[]): number {
  const aggregates = ledger.aggregatesUnder(partition, key);
  const present = new Set([
    ...line.map((entry) => versionOf(partition, entry)),
    ...aggregates.flatMap(({ waiting }) => [...(waiting?.keys() ?? [])]),
  ]);
  let version = 1 + Math.max(0, ...aggregates.map(({ lastVersion }) => lastVersion), ...(partition.holes.get(key) ?? []));
  while (present.has(version)) version += 1;
  return version;
}

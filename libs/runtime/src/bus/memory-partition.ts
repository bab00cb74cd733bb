import type { IncomingMessage, OutgoingMessage } from './bus.ts';
import type { PartitionRange } from './position-check.ts';

const BATCH_MESSAGES_MAX = 100;

/** One partition of a topic in memory: an append-only log whose beginning can be cut off. */
export class MemoryPartition implements PartitionRange {
  readonly topic: string;
  readonly partition: number;
  #first = 0n;
  #messages: IncomingMessage[] = [];

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  get first(): bigint {
    return this.#first;
  }

  get end(): bigint {
    return this.#first + BigInt(this.#messages.length);
  }

  append({ key, value, headers = {} }: OutgoingMessage): void {
    this.#messages.push({ offset: this.end, key, value: Buffer.from(value), headers: { ...headers } });
  }

  read(offset: bigint): IncomingMessage[] {
    const index = Number(offset - this.#first);
    return this.#messages.slice(index, index + BATCH_MESSAGES_MAX);
  }

  deleteBefore(offset: bigint): void {
    const deleted = this.#messages.splice(0, Number(offset - this.#first));
    this.#first += BigInt(deleted.length);
  }
}

/** The partition of a key: always the same for one key and number of partitions. */
export function partitionOf(key: string, partitions: readonly MemoryPartition[]): MemoryPartition {
  let hash = 0;
  for (const byte of Buffer.from(key)) hash = (hash * 31 + byte) >>> 0;
  const partition = partitions[hash % partitions.length];
  if (!partition) throw new RangeError('a topic has at least one partition');
  return partition;
}

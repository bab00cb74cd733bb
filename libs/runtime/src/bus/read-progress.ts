import type { Batch, Consumption, Position } from './bus.ts';
import { partitionKey } from './position-check.ts';
import type { PartitionRange } from './position-check.ts';

interface Reading {
  readonly topic: string;
  readonly partition: number;
  /** The offset after the last message that was handled. */
  next: bigint;
  /** How many messages from there are in the handler's hands. */
  inHand: bigint;
  /** The partition's end as of the last fetch. */
  end: bigint;
}

/** How far a consumer has read each partition, and how far it could. A partition without a position starts at its beginning. */
export class ReadProgress {
  readonly #readings = new Map<string, Reading>();
  #assigned: readonly string[] = [];

  constructor(ranges: readonly PartitionRange[], positions: readonly Position[]) {
    const known = new Map(positions.map((position) => [partitionKey(position), position.offset]));
    for (const { topic, partition, first, end } of ranges) {
      const key = partitionKey({ topic, partition });
      this.#readings.set(key, { topic, partition, next: known.get(key) ?? first, inHand: 0n, end });
    }
  }

  get partitionCount(): number {
    return this.#readings.size;
  }

  /** How far every partition was read that this consumer ever knew. */
  positions(): Position[] {
    return Array.from(this.#readings.values(), toPosition);
  }

  /** Notes which partitions this consumer reads from now on, and answers how far it has read them. */
  assign(partitions: readonly { readonly topic: string; readonly partition: number }[]): Position[] {
    this.#assigned = partitions.map(partitionKey);
    return this.#mine().map(toPosition);
  }

  /** The next offset to handle; undefined for a partition that was unknown at the start. */
  findNext(topic: string, partition: number): bigint | undefined {
    return this.#readings.get(partitionKey({ topic, partition }))?.next;
  }

  handOver({ topic, partition, messages }: Batch, end: bigint): void {
    const next = messages[0]?.offset ?? end;
    this.#readings.set(partitionKey({ topic, partition }), { topic, partition, next, inHand: BigInt(messages.length), end });
  }

  handled({ topic, partition, messages }: Batch): void {
    this.#settle(topic, partition, messages.at(-1));
  }

  rejected({ topic, partition }: Batch): void {
    this.#settle(topic, partition, undefined);
  }

  lag(): ReturnType<Consumption['lag']> {
    return this.#mine().map(({ topic, partition, next, inHand, end }) => {
      const waiting = end - next - inHand;
      return { topic, partition, messages: waiting > 0n ? waiting : 0n };
    });
  }

  #settle(topic: string, partition: number, last: Batch['messages'][number] | undefined): void {
    const reading = this.#readings.get(partitionKey({ topic, partition }));
    if (!reading) return;
    reading.inHand = 0n;
    if (last) reading.next = last.offset + 1n;
  }

  #mine(): Reading[] {
    return this.#assigned.flatMap((key) => this.#readings.get(key) ?? []);
  }
}

function toPosition({ topic, partition, next }: Reading): Position {
  return { topic, partition, offset: next };
}

import type { Batch, ConsumeRequest, Consumption, Position } from './bus.ts';
import { MemoryConsumption } from './memory-consumption.ts';
import type { MemoryPartition } from './memory-partition.ts';
import { findLostPosition, partitionKey } from './position-check.ts';
import { matches } from './topic-pattern.ts';

/** What a group sees of its bus. */
export interface GroupView {
  partitions(): MemoryPartition[];
  onRejection(error: unknown): void;
}

interface Reading {
  next: bigint;
  inHand: bigint;
}

/** Consumers that share the partitions of their topics, and what is remembered of how far they came. */
export class MemoryGroup {
  readonly #view: GroupView;
  #members: readonly MemoryConsumption[] = [];
  readonly #committed = new Map<string, Position>();
  readonly #readings = new Map<string, Reading>();
  #woken = false;

  constructor(view: GroupView) {
    this.#view = view;
  }

  join(request: ConsumeRequest): MemoryConsumption {
    const member = new MemoryConsumption(this, request);
    this.#members = [...this.#members, member];
    return member;
  }

  leave(member: MemoryConsumption): void {
    this.#members = this.#members.filter((other) => other !== member);
    // A partition of which nothing was handled starts at its beginning again.
    if (this.#members.length === 0) this.#readings.clear();
    this.wake();
  }

  /** Takes the positions that a consumer brings along; answers with the sentence that halts it where one cannot be continued. */
  findLost({ topics }: ConsumeRequest, own: readonly Position[]): string | undefined {
    for (const position of own) this.#committed.set(partitionKey(position), position);
    const known = Array.from(this.#committed.values()).filter(({ topic }) => matches(topic, topics));
    return findLostPosition(known, this.#view.partitions());
  }

  /** Looks for something to hand over in a later turn of the event loop, so that a batch rejected again and again starves nobody. */
  wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    setImmediate(() => {
      this.#woken = false;
      for (const { partition, owner } of this.#owned()) this.#deliver(partition, owner);
    });
  }

  lag(member: MemoryConsumption): ReturnType<Consumption['lag']> {
    const mine = this.#owned().filter(({ owner }) => owner === member);
    return mine.map(({ partition }) => {
      const { next, inHand } = this.#readingOf(partition);
      return { topic: partition.topic, partition: partition.partition, messages: partition.end - next - inHand };
    });
  }

  #owned(): { partition: MemoryPartition; owner: MemoryConsumption }[] {
    return this.#view.partitions().flatMap((partition, turn) => {
      const candidates = this.#members.filter((member) => member.reads(partition.topic));
      const owner = candidates[turn % candidates.length];
      return owner ? { partition, owner } : [];
    });
  }

  #readingOf(partition: MemoryPartition): Reading {
    const key = partitionKey(partition);
    const reading = this.#readings.get(key) ?? { next: this.#committed.get(key)?.offset ?? partition.first, inHand: 0n };
    this.#readings.set(key, reading);
    return reading;
  }

  #deliver(from: MemoryPartition, owner: MemoryConsumption): void {
    const { topic, partition } = from;
    const reading = this.#readingOf(from);
    if (reading.inHand > 0n) return;
    const lost = findLostPosition([{ topic, partition, offset: reading.next }], [from]);
    if (lost) return owner.halt(lost);
    const messages = from.read(reading.next);
    if (messages.length > 0) void this.#handOver({ topic, partition, messages }, owner, reading);
  }

  async #handOver(batch: Batch, owner: MemoryConsumption, reading: Reading): Promise<void> {
    const { topic, partition, messages } = batch;
    reading.inHand = BigInt(messages.length);
    try {
      await owner.handle(batch);
      reading.next += reading.inHand;
      this.#committed.set(partitionKey(batch), { topic, partition, offset: reading.next });
    } catch (error) {
      this.#view.onRejection(error);
    }
    reading.inHand = 0n;
    this.wake();
  }
}

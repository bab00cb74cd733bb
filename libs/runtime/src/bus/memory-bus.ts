import type { Bus, ConsumeRequest, Consumption, OutgoingMessage, Position } from './bus.ts';
import type { MemoryConsumption } from './memory-consumption.ts';
import { MemoryGroup } from './memory-group.ts';
import { MemoryPartition, partitionOf } from './memory-partition.ts';

/**
 * The bus in one process's memory, with the broker's semantics: a key keeps its partition, topics must exist, groups share
 * partitions and are remembered while the object lives. It knows no clock: the same calls lead to the same batches.
 */
export class MemoryBus implements Bus {
  /** While set, `publish` and `ping` reject with it, as when the broker is away. */
  fault: Error | undefined;
  /** What handlers rejected with, oldest first: a test that expects none can require it. */
  readonly rejections: unknown[] = [];
  readonly #topics = new Map<string, MemoryPartition[]>();
  readonly #groups = new Map<string, MemoryGroup>();
  readonly #consumptions: { readonly consumption: MemoryConsumption; readonly group: MemoryGroup }[] = [];

  /** Makes a topic; consumers whose pattern it matches notice it. */
  createTopic(topic: string, partitions = 3): void {
    this.#topics.set(
      topic,
      Array.from({ length: partitions }, (_, partition) => new MemoryPartition(topic, partition)),
    );
    this.#wake();
  }

  /** Deletes the messages before a position, as a broker's retention does. */
  deleteBefore({ topic, partition, offset }: Position): void {
    this.#partitionsOf(topic)[partition]?.deleteBefore(offset);
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    if (this.fault) throw this.fault;
    const placed = messages.map((message) => ({ message, partition: partitionOf(message.key, this.#partitionsOf(message.topic)) }));
    for (const { message, partition } of placed) partition.append(message);
    this.#wake();
  }

  async consume(request: ConsumeRequest): Promise<Consumption> {
    // Positions kept beside the data belong to one consumer alone, which then reads every partition.
    const group = request.positions ? this.#newGroup() : (this.#groups.get(request.group) ?? this.#newGroup());
    if (!request.positions) this.#groups.set(request.group, group);
    const consumption = group.join(request);
    this.#consumptions.push({ consumption, group });
    await consumption.start();
    return consumption;
  }

  async ping(): Promise<void> {
    if (this.fault) throw this.fault;
  }

  async close(): Promise<void> {
    await Promise.all(this.#consumptions.map(({ consumption }) => consumption.stop()));
  }

  #partitionsOf(topic: string): MemoryPartition[] {
    const partitions = this.#topics.get(topic);
    if (!partitions) throw new Error(`the topic ${topic} does not exist: make it first`);
    return partitions;
  }

  #newGroup(): MemoryGroup {
    return new MemoryGroup({
      partitions: () => [...this.#topics.values()].flat(),
      onRejection: (error) => this.rejections.push(error),
    });
  }

  #wake(): void {
    for (const { group } of this.#consumptions) group.wake();
  }
}

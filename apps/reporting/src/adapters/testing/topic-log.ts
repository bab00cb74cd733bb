import type { Batch, Bus, ConsumeRequest, Consumption, IncomingMessage } from '@xietong/runtime';
import type { PublishedMessage } from '../../testing/published-events.ts';

/** Topics in memory: what was published stays, and can be read again from any offset. */
export class TopicLog implements Pick<Bus, 'consume'> {
  readonly #partitions = new Map<string, { topic: string; partition: number; messages: IncomingMessage[] }>();

  /** Appends messages to a partition, and gives them as the batch that a consumer would be handed. */
  publish(topic: string, partition: number, messages: readonly PublishedMessage[]): Batch {
    const log = this.#partitions.get(`${topic}/${partition}`) ?? { topic, partition, messages: [] };
    this.#partitions.set(`${topic}/${partition}`, log);
    const appended = messages.map((message, place) => ({ ...message, offset: BigInt(log.messages.length + place), headers: {} }));
    log.messages.push(...appended);
    return { topic, partition, messages: appended };
  }

  /** Everything that was published, a batch a partition. */
  batches(): Batch[] {
    return [...this.#partitions.values()].map(({ topic, partition, messages }) => ({ topic, partition, messages: [...messages] }));
  }

  /** Hands over, partition by partition, what follows the consumer's positions. */
  async consume({ topics, positions, handle }: ConsumeRequest): Promise<Consumption> {
    const known = new Map((await positions?.())?.map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]));
    const unread = this.batches()
      .filter(({ topic }) => topics.test(topic))
      .map((batch) => ({ ...batch, messages: batch.messages.slice(Number(known.get(`${batch.topic}/${batch.partition}`) ?? 0n)) }))
      .filter(({ messages }) => messages.length > 0);
    const handled = Promise.all(unread.map(handle));
    return {
      health: () => ({ state: 'running' }),
      lag: () => [],
      stop: async () => {
        await handled;
      },
    };
  }
}

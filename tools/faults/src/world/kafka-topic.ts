import { randomUUID } from 'node:crypto';
import { readCloudEvent } from '@xietong/kernel';
import type { IncomingMessage } from '@xietong/runtime';
import { KafkaBus, kafkaClient, type KafkaCredentials } from '@xietong/runtime/parts';
import { until } from '@xietong/testing';
import { type Admin, Partitioners } from 'kafkajs';
import { pino } from 'pino';
import type { TopicMessage } from '../oracle/oracle.ts';

const log = pino({ level: 'silent' });

async function asAdmin<Result>(credentials: KafkaCredentials, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = kafkaClient(credentials, log).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The offsets that a partition holds: from `first` up to but not including `end`. */
export interface PartitionRange {
  readonly partition: number;
  readonly first: bigint;
  readonly end: bigint;
}

export const rangesOf = (credentials: KafkaCredentials, topic: string): Promise<PartitionRange[]> =>
  asAdmin(credentials, async (admin) =>
    (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({ partition, first: BigInt(low), end: BigInt(high) })),
  );

/** Removes the topic and waits until the broker no longer shows it. */
export const removeTopic = (credentials: KafkaCredentials, topic: string): Promise<void> =>
  asAdmin(credentials, async (admin) => {
    await admin.deleteTopics({ topics: [topic] });
    await until(`${topic} is gone`, async () => !(await admin.listTopics()).includes(topic));
  });

/** Deletes all that the topic holds, as retention would. */
export const forgetAll = (credentials: KafkaCredentials, topic: string): Promise<void> =>
  asAdmin(credentials, async (admin) => {
    // Asked of the same client: kafkajs deletes records only of a topic whose leaders it has looked up before.
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: ends.map(({ partition, high }) => ({ partition, offset: high })) });
  });

export interface RawMessage {
  readonly key: string;
  readonly value: Buffer;
}

/** Writes messages as they are, past the service; answers where each landed, in their order. */
export async function produce(
  credentials: KafkaCredentials,
  topic: string,
  messages: readonly RawMessage[],
): Promise<{ partition: number; offset: bigint }[]> {
  const producer = kafkaClient(credentials, log).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const places: { partition: number; offset: bigint }[] = [];
  try {
    for (const message of messages) {
      const [record] = await producer.send({ topic, acks: -1, messages: [{ key: message.key, value: message.value }] });
      places.push({ partition: record?.partition ?? -1, offset: BigInt(record?.baseOffset ?? -1) });
    }
  } finally {
    await producer.disconnect();
  }
  return places;
}

export interface ReadMessage extends RawMessage {
  readonly partition: number;
  readonly offset: bigint;
}

/** All that the topic holds now, partition by partition in order. */
export async function readTopic(credentials: KafkaCredentials, topic: string): Promise<ReadMessage[]> {
  const ranges = (await rangesOf(credentials, topic)).filter(({ first, end }) => first < end);
  const messages = new Map(ranges.map(({ partition }) => [partition, [] as IncomingMessage[]]));
  if (ranges.length > 0) await readRanges(credentials, topic, ranges, messages);
  return [...messages].flatMap(([partition, some]) => some.map(({ key, value, offset }) => ({ partition, key, value, offset })));
}

async function readRanges(
  credentials: KafkaCredentials,
  topic: string,
  ranges: readonly PartitionRange[],
  messages: Map<number, IncomingMessage[]>,
): Promise<void> {
  const bus = new KafkaBus({ credentials, agencies: [], log });
  const complete = Promise.withResolvers<undefined>();
  const isComplete = (): boolean => ranges.every(({ partition, end }) => (messages.get(partition)?.at(-1)?.offset ?? -1n) >= end - 1n);
  await bus.consume({
    group: `faults-${randomUUID()}`,
    topics: new RegExp(`^${topic.replaceAll('.', '\\.')}$`),
    positions: () => Promise.resolve(ranges.map(({ partition, first }) => ({ topic, partition, offset: first }))),
    async handle(batch) {
      messages.get(batch.partition)?.push(...batch.messages);
      if (isComplete()) complete.resolve(undefined);
    },
  });
  await complete.promise;
  await bus.close();
}

/** A message as the oracle sees it: the event that it carries, if it is one of this topic's. */
export function toTopicMessage(topic: string, { partition, offset, key, value }: ReadMessage): TopicMessage {
  const read = readCloudEvent(`/${topic.replaceAll('.', '/')}`, key, value);
  if ('unreadable' in read) return { partition, offset };
  return { partition, offset, event: { subject: read.event.subject, version: read.version } };
}

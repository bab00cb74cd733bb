import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { readCloudEvent } from '@xietong/kernel';
import { kafkaClient, type KafkaCredentials } from '@xietong/runtime/parts';
import type { Admin, Consumer } from 'kafkajs';
import { pino } from 'pino';

/** Where the messages of a partition end now: what comes later is not waited for. */
interface PartitionEnd {
  readonly topic: string;
  readonly partition: number;
  readonly last: bigint;
}

const heldMax = 256;

/**
 * The texts of all events that the agencies' topics of a context hold now, each partition in its order. A message that is no event of
 * its topic is passed over, as every consumer does: an agency cannot seal another one's journal. The principal may read the topics, in groups that begin with its name.
 */
export async function* publishedEvents(broker: KafkaCredentials, context: string): AsyncGenerator<string> {
  const kafka = kafkaClient(broker, pino({ level: 'silent' }));
  const ends = await partitionEnds(kafka.admin(), context);
  if (ends.length === 0) return;
  const texts = new PassThrough({ objectMode: true, highWaterMark: heldMax });
  const over = new AbortController();
  const consumer = kafka.consumer({ groupId: `${broker.username}.audit-${randomUUID()}` });
  await consumer.connect();
  try {
    await readTo(ends, consumer, texts, over.signal);
    for await (const text of texts) yield String(text);
  } finally {
    over.abort();
    await consumer.disconnect();
  }
}

async function partitionEnds(admin: Admin, context: string): Promise<PartitionEnd[]> {
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata();
    const ends: PartitionEnd[] = [];
    for (const { name } of topics.filter((topic) => new RegExp(`^[^.]+\\.[^.]+\\.${context}$`).test(topic.name)))
      for (const { partition, low, high } of await admin.fetchTopicOffsets(name))
        if (BigInt(high) > BigInt(low)) ends.push({ topic: name, partition, last: BigInt(high) - 1n });
    return ends;
  } finally {
    await admin.disconnect();
  }
}

async function readTo(ends: readonly PartitionEnd[], consumer: Consumer, texts: PassThrough, over: AbortSignal): Promise<void> {
  const left = new Map(ends.map(({ topic, partition, last }) => [`${topic}/${partition}`, last]));
  consumer.on(consumer.events.CRASH, ({ payload }) => texts.destroy(payload.error));
  await consumer.subscribe({ topics: [...new Set(ends.map(({ topic }) => topic))], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    async eachMessage({ topic, partition, message: { key, value, offset } }) {
      if (over.aborted || texts.writableEnded) return;
      const event = readCloudEvent(`/${topic.replaceAll('.', '/')}`, String(key), value ?? Buffer.alloc(0));
      if ('event' in event && !texts.write(event.body)) await once(texts, 'drain', { signal: over });
      const last = left.get(`${topic}/${partition}`);
      if (last !== undefined && BigInt(offset) >= last) left.delete(`${topic}/${partition}`);
      if (left.size === 0 && !texts.writableEnded) texts.end();
    },
  });
}

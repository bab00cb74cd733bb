import { randomUUID } from 'node:crypto';
import { type Admin, type Consumer, Kafka, logLevel } from 'kafkajs';
import { requiredVariable } from '@xietong/testing';
import { kafkaPasswordOf } from './platform-access.ts';

/** A client of Kafka as one of the platform's principals: an agency's (`NO-03.inn`) or a service's (`reporting`). */
export const kafkaAs = (username: string, password = kafkaPasswordOf(username)): Kafka =>
  new Kafka({
    clientId: 'e2e',
    brokers: requiredVariable('XIETONG_TEST_KAFKA_BROKERS').split(','),
    sasl: { mechanism: 'scram-sha-256', username, password },
    retry: { retries: 2 },
    logLevel: logLevel.NOTHING,
  });

/** The administrator, to whom no rule applies. */
export const kafkaAdmin = (): Admin =>
  kafkaAs(requiredVariable('XIETONG_TEST_KAFKA_ADMIN_USERNAME'), requiredVariable('XIETONG_TEST_KAFKA_ADMIN_PASSWORD')).admin();

/** A message as it lies in a topic; `text` is its value to the byte. */
export interface TopicMessage {
  readonly key: string;
  readonly text: string;
}

/** Everything in a topic, each partition in its order, as the reporting service is allowed to read it. */
export async function readTopic(topic: string): Promise<TopicMessage[]> {
  const reader = kafkaAs('reporting');
  const admin = reader.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const count = offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  if (count === 0) return [];

  const consumer = reader.consumer({ groupId: `reporting.e2e-${randomUUID()}` });
  await consumer.connect();
  try {
    return await takeMessages(consumer, topic, count);
  } finally {
    await consumer.disconnect();
  }
}

async function takeMessages(consumer: Consumer, topic: string, count: number): Promise<TopicMessage[]> {
  const found: TopicMessage[] = [];
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ message: { key, value } }) => {
          found.push({ key: String(key), text: String(value) });
          if (found.length === count) resolve();
        },
      })
      .catch(reject);
  });
  return found;
}

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { requiredVariable } from '@xietong/testing';
import { pino } from 'pino';
import type { AgencyRef } from '@xietong/kernel';
import type { BusUnderTest } from './bus-contract-fixture.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaCredentials } from './kafka-client.ts';
import { provisionTopics } from './kafka-provision.ts';

/** What `scram-users.fixture.ts` is told. */
export interface TestUsers {
  readonly broker: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly users: readonly { readonly username: string; readonly password: string }[];
}

export const log = pino({ level: process.env['XIETONG_TEST_LOG'] ?? 'silent' });
export const brokers = requiredVariable('XIETONG_TEST_KAFKA_BROKERS').split(',');
const admin = {
  username: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_USERNAME'),
  password: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_PASSWORD'),
};
export const administrator: KafkaCredentials = { brokers, ...admin };

const password = randomUUID();
export const reader: KafkaCredentials = { brokers, username: 'reporting', password };
export const agencies: { ref: AgencyRef; kafka: { username: string; password: string } }[] = [
  { ref: 'NO-03/rcn', kafka: { username: 'NO-03.rcn', password } },
  { ref: 'NO-03/inn', kafka: { username: 'NO-03.inn', password } },
];

/** Real principals with real rights: one for each agency, and one that reads. */
export async function preparePrincipals(): Promise<void> {
  const users: TestUsers = {
    broker: brokers[0] ?? '',
    admin,
    users: [{ username: reader.username, password }, ...agencies.map(({ kafka }) => kafka)],
  };
  const script = fileURLToPath(new URL('./scram-users.fixture.ts', import.meta.url));
  // By standard input: the command line of a process can be read by everybody on the machine.
  execFileSync(process.execPath, [script], { input: JSON.stringify(users) });
  const topics = { agencies: agencies.map(({ ref }) => ref), contexts: [], partitions: 1 };
  await provisionTopics(administrator, { ...topics, readers: [reader.username] }, log);
}

/** A bus of those principals, on topics and groups of its own. */
export async function makeKafkaBus(): Promise<BusUnderTest> {
  const broker = kafkaClient(administrator, log).admin();
  await broker.connect();
  const bus = new KafkaBus({ credentials: reader, agencies, log });
  return {
    bus,
    name: `t${randomUUID().slice(0, 8)}`,
    createTopic: async (topic, numPartitions) => {
      await broker.createTopics({ topics: [{ topic, numPartitions }] });
    },
    deleteBefore: async ({ topic, partition, offset }) => {
      // kafkajs looks for the partition's leader in what it knows of the topic already.
      await broker.fetchTopicOffsets(topic);
      await broker.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(offset) }] });
    },
    close: async () => {
      await bus.close();
      await broker.disconnect();
    },
  };
}

import type { KafkaCredentials } from '@xietong/runtime/parts';
import { Kafka, logLevel } from 'kafkajs';

/** kafkajs as anyone would use it: the other side of the ratios of Kafka. */
export const bareKafka = ({ brokers, username, password }: KafkaCredentials): Kafka =>
  new Kafka({ brokers: [...brokers], sasl: { mechanism: 'scram-sha-256', username, password }, logLevel: logLevel.NOTHING });

/** Makes a topic of three partitions, as an agency's are. */
export async function makeTopic(credentials: KafkaCredentials, topic: string): Promise<void> {
  const admin = bareKafka(credentials).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 3, replicationFactor: 1 }] });
  await admin.disconnect();
}

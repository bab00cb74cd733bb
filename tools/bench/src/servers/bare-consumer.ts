// What ratio 10 divides by: a bare kafkajs consumer that parses what comes and notes when it came.
import type { KafkaCredentials } from '@xietong/runtime/parts';
import { bareKafka } from '../bare-kafka.ts';
import { answerDriver, sightings } from './measured-process.ts';

const { topic, ...credentials } = JSON.parse(process.env['BENCH_BARE'] ?? '') as KafkaCredentials & { topic: string };

const { note, seen } = sightings();
const consumer = bareKafka(credentials).consumer({ groupId: `bench-bare-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topic });
const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
await consumer.run({
  eachBatch: async ({ batch }) => {
    for (const { value } of batch.messages) JSON.parse(String(value));
    note(batch.messages.map(({ key }) => String(key)));
  },
});
await joined;

answerDriver(0, () => consumer.disconnect(), { seen });

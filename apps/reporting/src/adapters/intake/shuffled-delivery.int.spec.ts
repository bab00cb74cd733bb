import { randomUUID } from 'node:crypto';
import type { AgencyRef } from '@xietong/kernel';
import { provisionTopics } from '@xietong/runtime';
import { type KafkaCredentials, KafkaBus } from '@xietong/runtime/parts';
import { requiredVariable, until } from '@xietong/testing';
import fc from 'fast-check';
import { pino } from 'pino';
import { histories } from '../../testing/arbitrary-history.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type PublishedMessage } from '../../testing/published-events.ts';
import { CurrentFacts } from '../generations/current-facts.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { figuresOf } from '../testing/figures-of.ts';

// Check 3 through a real broker: every event three times, shuffled across keys, stale versions between them.

const admin = {
  username: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_USERNAME'),
  password: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_PASSWORD'),
};
const credentials: KafkaCredentials = { brokers: requiredVariable('XIETONG_TEST_KAFKA_BROKERS').split(','), ...admin };
const log = pino({ level: 'silent' });
const partitions = 3;

/** One agency of this run, whose principal is the administrator: who may write where is another test's matter. */
async function newAgency() {
  const name = `t${randomUUID().slice(0, 8)}`;
  const ref: AgencyRef = `NO-03/${name}`;
  await provisionTopics(credentials, { agencies: [ref], contexts: ['projects'], partitions, readers: [] }, log);
  return { topic: `NO-03.${name}.projects`, bus: new KafkaBus({ credentials, agencies: [{ ref, kafka: admin }], log }), name };
}

const opened = (folder: string) => CurrentFacts.open({ folder, read, onParked: () => undefined });

/** Publishes the messages and reads the topic into facts of its own, until all of it is applied. */
async function deliver(folder: string, agency: Awaited<ReturnType<typeof newAgency>>, messages: readonly PublishedMessage[]) {
  const { topic, bus, name } = agency;
  const facts = await opened(folder);
  await bus.publish(messages.map(({ key, value }) => ({ topic, key, value: value.toString() })));
  const consumption = await bus.consume({
    group: `reporting.${name}`,
    topics: new RegExp(`^NO-03\\.${name}\\.projects$`),
    positions: () => facts.positions(),
    handle: (batch) => facts.handle(batch),
  });
  const readSoFar = async () => (await facts.positions()).reduce((sum, { offset }) => sum + Number(offset), 0);
  await until('everything is read', async () => (await readSoFar()) >= messages.length);
  await consumption.stop();
  return facts;
}

test('events that come three times, shuffled, through the broker give the figures of a clean delivery', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer(), async (history, seed) => {
      const agency = await newAgency();
      const once = history.flat().map((event) => published(agency.topic, event));
      const [tripled = []] = fc.sample(fc.shuffledSubarray([...once, ...once, ...once], { minLength: once.length * 3 }), {
        seed,
        numRuns: 1,
      });
      await inFolder(async (folder) => {
        const wild = await deliver(`${folder}/wild`, agency, tripled);
        const clean = await opened(`${folder}/clean`);
        await clean.handle(new TopicLog().publish(agency.topic, 0, once));
        expect(await wild.counts()).toEqual({ events: once.length, waiting: 0, parked: 0 });
        const all = Array.from({ length: partitions }, (_, i) => i + 1);
        expect(await wild.read((file) => figuresOf(file, all))).toEqual(await clean.read((file) => figuresOf(file, all)));
        await Promise.all([wild.close(), clean.close()]);
      });
      await agency.bus.close();
    }),
    { numRuns: 5 },
  );
});

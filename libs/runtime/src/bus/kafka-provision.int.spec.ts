import kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { administrator, agencies, log, preparePrincipals, reader } from './kafka-broker.fixture.ts';
import { messages, Recorder } from './bus-contract-fixture.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkaClient } from './kafka-client.ts';
import { provisionTopics } from './kafka-provision.ts';

describe('provisioning', () => {
  const context = `p${randomUUID().slice(0, 8)}`;
  const [rcn, inn] = [`NO-03.rcn.${context}`, `NO-03.inn.${context}`];
  const provision = { agencies: agencies.map(({ ref }) => ref), contexts: [context], partitions: 2, readers: [reader.username] };

  beforeAll(async () => {
    await preparePrincipals();
    await provisionTopics(administrator, provision, log);
  });

  it('gives each agency a topic of each context that is kept for ever, and can be run again', async () => {
    await provisionTopics(administrator, provision, log);
    const admin = kafkaClient(administrator, log).admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [rcn, inn] });
    expect(topics.map(({ name, partitions }) => [name, partitions.length]).toSorted()).toEqual([
      [inn, 2],
      [rcn, 2],
    ]);
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: rcn }],
    });
    const settings = Object.fromEntries(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? []);
    expect(settings).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' });
    await admin.disconnect();
  });

  it('refuses to change the number of partitions, because a key would move', async () => {
    await expect(provisionTopics(administrator, { ...provision, partitions: 3 }, log)).rejects.toThrow('has 2 partitions, not 3');
  });

  it('adds a context beside what is there', async () => {
    const later = `${context}-later`;
    await provisionTopics(administrator, { ...provision, contexts: [context, later] }, log);
    const bus = new KafkaBus({ credentials: reader, agencies, log });
    await bus.publish([...messages(rcn, 'a', ['1']), ...messages(`NO-03.inn.${later}`, 'a', ['2'])]);
    const recorder = new Recorder();
    await bus.consume({ group: `reporting.${context}`, topics: new RegExp(context), handle: recorder.handle });
    await recorder.untilCount(2);
    expect(recorder.values().toSorted()).toEqual(['1', '2']);
    await bus.close();
  });
});

import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { until } from '@xietong/testing';
import type { Admin } from 'kafkajs';
import type { Batch } from './bus.ts';
import { busContract } from './bus-contract.ts';
import { messages, Recorder } from './bus-contract-fixture.ts';
import type { BusUnderTest } from './bus-contract-fixture.ts';
import { agencies, log, makeKafkaBus, preparePrincipals, reader } from './kafka-broker.fixture.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkaClient } from './kafka-client.ts';
import { KafkaConsumption } from './kafka-consumption.ts';
import { RenewableClient } from './renewable-client.ts';

beforeAll(preparePrincipals);

busContract('on Kafka', makeKafkaBus);

describe('publishing on Kafka', () => {
  let under: BusUnderTest;
  beforeEach(async () => {
    under = await makeKafkaBus();
  });
  afterEach(() => under.close());

  it("refuses an agency's principal that writes to another agency's topic, and says so", async () => {
    const [rcn, inn] = [agencies[0]?.kafka ?? { username: '', password: '' }, `NO-03.inn.${under.name}`];
    await under.createTopic(inn, 1);
    const bus = new KafkaBus({ credentials: reader, agencies: [{ ref: 'NO-03/inn', kafka: rcn }], log });
    await expect(bus.publish(messages(inn, 'a', ['1']))).rejects.toMatchObject({
      name: 'SendFault',
      code: 'TOPIC_AUTHORIZATION_FAILED',
      message: expect.stringContaining(`NO-03.rcn could not write to ${inn}: TOPIC_AUTHORIZATION_FAILED`),
    });
    await bus.close();
  });

  it('refuses a principal that may only read', async () => {
    const topic = `NO-03.rcn.${under.name}`;
    await under.createTopic(topic, 1);
    const bus = new KafkaBus({ credentials: reader, agencies: [{ ref: 'NO-03/rcn', kafka: reader }], log });
    await expect(bus.publish(messages(topic, 'a', ['1']))).rejects.toMatchObject({ code: expect.stringContaining('AUTHORIZATION_FAILED') });
    await bus.close();
  });

  it('sends nothing at all when one topic is of an agency that is not served here', async () => {
    const topic = `NO-03.rcn.${under.name}`;
    await under.createTopic(topic, 1);
    const mixed = [...messages(topic, 'a', ['1']), ...messages(`CN-331082.kjj.${under.name}`, 'a', ['1'])];
    await expect(under.bus.publish(mixed)).rejects.toThrow(`no agency of this deployment owns the topic CN-331082.kjj.${under.name}`);
    await under.bus.publish(messages(topic, 'a', ['2']));
    const recorder = new Recorder();
    await under.bus.consume({
      group: `reporting.${under.name}`,
      topics: new RegExp(topic),
      positions: async () => [],
      handle: recorder.handle,
    });
    await recorder.untilCount(1);
    expect(recorder.values()).toEqual(['2']);
  });

  it('sends more than the broker takes in one request, in order', async () => {
    const topic = `NO-03.rcn.${under.name}`;
    await under.createTopic(topic, 1);
    const values = Array.from({ length: 40 }, (_, index) => `${index} ${'协'.repeat(30_000)}`);
    await under.bus.publish(messages(topic, 'a', values));
    const recorder = new Recorder();
    await under.bus.consume({ group: `reporting.${under.name}`, topics: new RegExp(topic), handle: recorder.handle });
    await recorder.untilCount(40);
    expect(recorder.values()).toEqual(values);
  });
});

/** Lists topics until it is told to be slow; from then on an answer comes when it is told to. */
class SlowAdmin extends RenewableClient<Admin> {
  asked = 0;
  answers: Promise<void> = Promise.resolve();

  override async use<Result>(work: (client: Admin) => Promise<Result>): Promise<Result> {
    this.asked += 1;
    await this.answers;
    return super.use(work);
  }
}

describe('stopping a consumer on Kafka', () => {
  const admin = new SlowAdmin((sockets) => kafkaClient(reader, log, sockets).admin(), log);
  let under: BusUnderTest;
  beforeEach(async () => {
    under = await makeKafkaBus();
  });
  afterEach(() => Promise.all([under.close(), admin.close()]));

  it('takes no further batch, though the broker is slow to say which topics there are', async () => {
    const topic = `NO-03.rcn.${under.name}`;
    await under.createTopic(topic, 1);
    await under.bus.publish(messages(topic, 'a', ['1']));
    const recorder = new Recorder();
    const [inHand, released, answered] = [
      Promise.withResolvers<Batch>(),
      Promise.withResolvers<undefined>(),
      Promise.withResolvers<undefined>(),
    ];
    recorder.before = (batch) => {
      inHand.resolve(batch);
      return released.promise;
    };
    const request = { group: `reporting.${under.name}`, topics: new RegExp(`^${topic}$`), handle: recorder.handle };
    const consumption = new KafkaConsumption({ credentials: reader, admin, log }, request);
    await inHand.promise;

    admin.answers = answered.promise.then(() => undefined);
    const before = admin.asked;
    await until('the broker is asked for its topics', () => admin.asked > before);
    const stopping = consumption.stop();
    await under.bus.publish(messages(topic, 'a', ['2']));
    released.resolve(undefined);
    const probe = new Recorder();
    await under.bus.consume({ group: `reporting.${under.name}-probe`, topics: request.topics, handle: probe.handle });
    await probe.untilCount(2);
    answered.resolve(undefined);
    await stopping;
    expect(recorder.values()).toEqual(['1']);
  });
});

describe('a broker that is away', () => {
  const at = (port: number) => new KafkaBus({ credentials: { ...reader, brokers: [`127.0.0.1:${port}`] }, agencies, log });
  const listen = async (): Promise<{ port: number; close: () => void }> => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket.resume()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    };
    return { port: (server.address() as AddressInfo).port, close };
  };

  it('leaves a consumer starting, fails publications, and ends when asked', async () => {
    const { port, close } = await listen();
    close();
    const bus = at(port);
    const consumption = await bus.consume({ group: 'reporting', topics: /projects/, handle: () => Promise.resolve() });
    await expect(bus.publish(messages('NO-03.rcn.projects', 'a', ['1']))).rejects.toMatchObject({ name: 'SendFault' });
    expect(consumption.health()).toEqual({ state: 'starting' });
    await bus.close();
    expect(consumption.health()).toEqual({ state: 'stopped' });
  });

  it.each(['refuses connections', 'takes connections and says nothing'])('fails a ping within a second when it %s', async (how) => {
    const { port, close } = await listen();
    if (how === 'refuses connections') close();
    const bus = at(port);
    const since = performance.now();
    await expect(bus.ping()).rejects.toThrow();
    expect(performance.now() - since).toBeLessThan(1500);
    close();
    await bus.close();
  });
});

import { requiredVariable, until } from '@xietong/testing';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Bus, Position } from './bus.ts';
import { Recorder, untilRunning } from './bus-contract-fixture.ts';
import type { BusUnderTest } from './bus-contract-fixture.ts';
import { makeKafkaBus, preparePrincipals } from './kafka-broker.fixture.ts';

const KILLS = 3;
const KEYS = ['a', 'b', 'c', 'd', 'e'];

/** Ends the broker with SIGKILL and brings it up again at the same address, with its data. */
async function killAndRestart(): Promise<void> {
  await promisify(execFile)('/bin/sh', ['-c', requiredVariable('XIETONG_TEST_KAFKA_RESTART')]);
}

/** Writes one event of every key at a time, as the relay does: what was not acknowledged is sent again before anything after it. */
class Writer {
  acknowledged = 0;
  rejected = 0;
  readonly #bus: Bus;
  readonly #topic: string;
  readonly #stopped: Promise<void>;
  #stopping = false;

  constructor(bus: Bus, topic: string) {
    this.#bus = bus;
    this.#topic = topic;
    this.#stopped = this.#write();
  }

  async untilFiftyMore(): Promise<void> {
    const before = this.acknowledged;
    await until(`fifty more events go through after ${before}`, () => this.acknowledged > before + 50, 60_000);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#stopped;
  }

  async #write(): Promise<void> {
    while (!this.#stopping) {
      const value = String(this.acknowledged);
      await this.#bus.publish(KEYS.map((key) => ({ topic: this.#topic, key, value }))).then(
        () => this.acknowledged++,
        () => this.rejected++,
      );
    }
  }
}

function offsetsByPartition(recorder: Recorder): Map<number, bigint[]> {
  const grouped = Map.groupBy(recorder.messages(), ({ partition }) => partition);
  return new Map(Array.from(grouped, ([partition, messages]) => [partition, messages.map(({ offset }) => offset)]));
}

function positionsOf(topic: string, recorder: Recorder): Position[] {
  return Array.from(offsetsByPartition(recorder), ([partition, offsets]) => ({ topic, partition, offset: (offsets.at(-1) ?? -1n) + 1n }));
}

describe('a broker killed while events are written and read', () => {
  let under: BusUnderTest;
  beforeAll(async () => {
    await preparePrincipals();
    under = await makeKafkaBus();
  });
  afterAll(() => under.close());

  it(`loses no acknowledged event and no order in ${KILLS} kills, and the consumers find back by themselves`, async () => {
    const topic = `NO-03.rcn.${under.name}`;
    await under.createTopic(topic, 3);
    const [ofGroup, ofOwn] = [new Recorder(), new Recorder()];
    const request = { group: `reporting.${under.name}`, topics: new RegExp(`^${topic}$`) };
    const consumers = [
      await under.bus.consume({ ...request, handle: ofGroup.handle }),
      await under.bus.consume({ ...request, positions: () => Promise.resolve(positionsOf(topic, ofOwn)), handle: ofOwn.handle }),
    ];
    await Promise.all(consumers.map(untilRunning));

    const writer = new Writer(under.bus, topic);
    try {
      for (let kill = 1; kill <= KILLS; kill++) {
        await writer.untilFiftyMore();
        await killAndRestart();
      }
      await writer.untilFiftyMore();
    } finally {
      await writer.stop();
    }

    const expected = Array.from({ length: writer.acknowledged }, (_, index) => String(index));
    for (const recorder of [ofGroup, ofOwn]) {
      const everything = () => KEYS.every((key) => recorder.values(key).at(-1) === expected.at(-1));
      await until(`all that was acknowledged is read (${writer.rejected} publications were rejected)`, everything, 60_000);
      for (const key of KEYS) expect([...new Set(recorder.values(key))]).toEqual(expected);
    }
    // Positions kept beside the data are exact: nothing of it comes twice either.
    for (const [partition, offsets] of offsetsByPartition(ofOwn))
      expect([partition, offsets]).toEqual([partition, offsets.map((_, index) => BigInt(index))]);
    expect(consumers.map((consumer) => consumer.health().state)).toEqual(['running', 'running']);
  }, 300_000);
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Position } from './bus.ts';
import { Recorder, until, untilRunning } from './bus-contract-fixture.ts';
import type { BusUnderTest } from './bus-contract-fixture.ts';
import { environment, makeKafkaBus, preparePrincipals } from './kafka-broker.fixture.ts';

const KILLS = 3;
const KEYS = ['a', 'b', 'c', 'd', 'e'];

/** Ends the broker with SIGKILL and brings it up again at the same address, with its data. */
async function killAndRestart(): Promise<void> {
  await promisify(execFile)('/bin/sh', ['-c', environment('XIETONG_TEST_KAFKA_RESTART')]);
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

    let acknowledged = 0;
    let rejections = 0;
    let writing = true;
    const written = (async () => {
      while (writing) {
        const messages = KEYS.map((key) => ({ topic, key, value: String(acknowledged) }));
        // As the relay does: what was not acknowledged is sent again before anything after it.
        await under.bus.publish(messages).then(
          () => acknowledged++,
          () => rejections++,
        );
      }
    })();
    for (let kill = 1; kill <= KILLS; kill++) {
      const before = acknowledged;
      await until(`events go through before kill ${kill}`, () => acknowledged > before + 50, 60_000);
      await killAndRestart();
    }
    const before = acknowledged;
    await until('events go through after the last kill', () => acknowledged > before + 50, 60_000);
    writing = false;
    await written;

    const expected = Array.from({ length: acknowledged }, (_, index) => String(index));
    for (const recorder of [ofGroup, ofOwn]) {
      await until(
        `all of ${acknowledged} are read (${rejections} publications were rejected)`,
        () => KEYS.every((key) => recorder.values(key).at(-1) === expected.at(-1)),
        60_000,
      );
      for (const key of KEYS) expect([...new Set(recorder.values(key))]).toEqual(expected);
    }
    // Positions kept beside the data are exact: nothing of it comes twice either.
    for (const [partition, offsets] of offsetsByPartition(ofOwn))
      expect([partition, offsets]).toEqual([partition, offsets.map((_, index) => BigInt(index))]);
    expect(consumers.map((consumer) => consumer.health().state)).toEqual(['running', 'running']);
  }, 300_000);
});

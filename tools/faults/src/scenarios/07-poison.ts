import { join } from 'node:path';
import { until } from '@xietong/testing';
import { Written } from '../children/written.ts';
import type { Driver } from '../driver/driver.ts';
import { amendmentOf } from '../driver/order.ts';
import { conclude, untilReportingHasReadAll } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import { produce, type RawMessage, type ReadMessage, readTopic } from '../world/kafka-topic.ts';
import { type ParkedItem, type ParkingDesk, parkingDesk } from '../world/parking-desk.ts';
import { readMetric } from '../world/read-metric.ts';
import type { World } from '../world/world.ts';

/** The most that other keys may lag behind. */
const lagMsMax = 5_000;
const poisonedKeys = 3;
const followersEach = 4;

/** Puts messages into the topic that cannot be read: they are parked with all that follows under their keys, and others go on; an operator mends that. */
export const poison: Scenario = {
  number: 7,
  sentence: 'a poison event is parked with the followers of its key, others lag less than 5 s, and a replay restores the order',
  async run(world) {
    const projects = await world.service('projects');
    const reporting = await world.service('reporting', { file: join(import.meta.dirname, '..', 'children', 'reporting-observed.ts') });
    const writtenAtMs = new Map<string, number>();
    reporting.onMessage((message) => {
      const { atMs, ids } = Written.parse(message);
      for (const id of ids) if (!writtenAtMs.has(id)) writtenAtMs.set(id, atMs);
    });
    await Promise.all([projects.start(), reporting.start()]);
    const driver = world.drive({ door: () => projects.url, restMsMax: 20 });
    driver.start();
    await until('projects exist', () => new Set(driver.acknowledgements().map(({ subject }) => subject)).size > 10);

    const keys = chosenKeys(world, driver);
    const plantedAtMs = Date.now();
    const planted = await produce(world.credentials, world.topic, keys.map(poisonOf));
    await until('the poison is parked', async () => (await parkedCount(reporting.url)) >= keys.length, lagMsMax);
    const parkedAfterMs = Date.now() - plantedAtMs;
    for (const [place, key] of keys.entries())
      for (let n = 0; n < followersEach; n += 1)
        await driver.give(amendmentOf(key, `follower-${place}-${n}`, world.random.fork('followers')));
    const healthy = driver.acknowledgements().length;
    await until('others have gone on', () => driver.acknowledgements().length > healthy + 100, 60_000);

    await driver.stop();
    await until('the outboxes are empty', async () => (await world.store.waitingCount()) === 0);
    await untilReportingHasReadAll(world, reporting);
    const desk = parkingDesk(reporting.url, world.topic, world.token);
    const parked = (await Promise.all(keys.map((key) => desk.list(key)))).flat();
    const wrong = parkedWrongly(await readTopic(world.credentials, world.topic), parked, planted);
    const notReplayed = await settle(desk, keys);
    for (const key of keys) await driver.give(amendmentOf(key, `after-${key}`, world.random.fork('followers')));
    const { findings, acknowledged, events, applied, ...left } = await conclude(world, {
      driver,
      projects: [projects],
      reporting,
      planted,
    });
    const lagMs = greatestLagMs(driver, writtenAtMs, new Set(keys), plantedAtMs);
    return {
      findings: [
        ...findings,
        ...wrong,
        ...notReplayed,
        ...(left.parked === 0 ? [] : [`${left.parked} events are parked although their poison was discarded and they were replayed`]),
        ...(lagMs < lagMsMax ? [] : [`another key lagged by ${lagMs} ms`]),
      ],
      bites: {
        'poison messages': planted.length,
        'followers parked and replayed': parked.length - planted.length,
        'ms until parked': parkedAfterMs,
      },
      mustBite: ['poison messages', 'followers parked and replayed'],
      figures: { acknowledged, events, applied, 'ms of lag at most': lagMs },
    };
  },
};

const parkedCount = (url: string): Promise<number> => readMetric(url, 'xietong_consumed_events', 'state="parked"');

/** Projects that exist, by chance: one of each of several clients. */
function chosenKeys({ random }: World, driver: Driver): string[] {
  const ids = [...new Set(driver.acknowledgements().map(({ subject }) => subject.slice('project/'.length)))];
  return random.fork('poison').shuffled(ids).slice(0, poisonedKeys);
}

// Three ways to be unreadable: no JSON at all, no event, and an event without its data.
function poisonOf(key: string, place: number): RawMessage {
  const values = ['this is no event', '{"specversion":"1.0"}', JSON.stringify({ id: `project/${key}/0` })];
  return { key, value: Buffer.from(values[place % values.length] ?? '') };
}

/** In ms, over what was acknowledged on sound keys since the poison came. */
function greatestLagMs(driver: Driver, writtenAtMs: ReadonlyMap<string, number>, poisoned: ReadonlySet<string>, sinceMs: number): number {
  const later = driver.acknowledgements().filter(({ subject, atMs }) => atMs > sinceMs && !poisoned.has(subject.slice('project/'.length)));
  const lags = later.map(({ subject, version, atMs }) => (writtenAtMs.get(`${subject}/${version}`) ?? Infinity) - atMs);
  return Math.max(0, ...lags);
}

/** Discards what was planted and replays what waits behind it; says what stays in line. */
async function settle(desk: ParkingDesk, keys: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const key of keys) {
    for (const { id, role } of await desk.list(key)) if (role === 'cause') await desk.discard(id);
    const { parked } = await desk.replay(key);
    if (parked > 0) findings.push(`${parked} messages of ${key} stay parked after a replay`);
  }
  return findings;
}

/** Parked must be the poison and every later message of its key, and nothing else. */
function parkedWrongly(
  messages: readonly ReadMessage[],
  parked: readonly ParkedItem[],
  planted: readonly { readonly partition: number; readonly offset: bigint }[],
): string[] {
  const nameOf = ({ partition, offset }: { partition: number; offset: bigint | number }): string =>
    `offset ${offset} of partition ${partition}`;
  const poisonPlaces = new Set(planted.map(nameOf));
  const poisoned = new Set<string>();
  const expected = new Set<string>();
  for (const message of messages) {
    if (poisonPlaces.has(nameOf(message))) poisoned.add(message.key);
    if (poisoned.has(message.key)) expected.add(nameOf(message));
  }
  const found = new Set(parked.map(nameOf));
  return [
    ...[...expected].filter((name) => !found.has(name)).map((name) => `${name} follows a poison event and is not parked`),
    ...[...found].filter((name) => !expected.has(name)).map((name) => `${name} is parked and follows no poison event`),
  ];
}

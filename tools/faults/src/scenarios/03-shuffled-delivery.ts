import { isDeepStrictEqual } from 'node:util';
import { until } from '@xietong/testing';
import { conclude, untilReportingHasReadAll } from '../oracle/conclude.ts';
import { figuresOf } from '../oracle/read-figures.ts';
import type { Scenario } from '../scenario.ts';
import { produce, type RawMessage, readTopic } from '../world/kafka-topic.ts';
import { World } from '../world/world.ts';

/** A first delivery is out of order only where nobody has delivered before: to the topic of an agency that does nothing else. */
const eventsMin = 300;

/** Delivers every event three times, shuffled: once more to the topic itself, and from the first delivery on to another agency's. */
export const shuffledDelivery: Scenario = {
  number: 3,
  sentence: 'every event delivered three times, shuffled and with stale versions, gives the figures of one delivery in order',
  async run(world) {
    const wild = await World.open(world.stage, 103);
    try {
      const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
      await Promise.all([projects.start(), reporting.start()]);
      const driver = world.drive({ door: () => projects.url });
      driver.start();
      await until('there is something to shuffle', () => driver.acknowledgements().length > eventsMin, 60_000);
      await driver.stop();
      await until('the outboxes are empty', async () => (await world.store.waitingCount()) === 0);
      await untilReportingHasReadAll(world, reporting);

      const once = await readTopic(world.credentials, world.topic);
      const before = await figuresOf(reporting.url, world.token);
      const random = world.random.fork('shuffle');
      await produce(world.credentials, world.topic, random.shuffled([...once, ...once]));
      const tripled = random.shuffled([...once, ...once, ...once]).map((message) => movedTo(message, world, wild));
      await produce(wild.credentials, wild.topic, tripled);
      await untilReportingHasReadAll(world, reporting);
      await untilReportingHasReadAll(wild, reporting);
      const [after, shuffled] = [await figuresOf(reporting.url, world.token), await figuresOf(reporting.url, wild.token)];
      const { findings, duplicates, ...seen } = await conclude(world, {
        driver,
        projects: [projects],
        reporting,
      });
      return {
        findings: [
          ...(isDeepStrictEqual(before, after) ? [] : ['figures changed when events were delivered again']),
          ...(isDeepStrictEqual(before, shuffled) ? [] : ['figures of a shuffled first delivery differ from those of one in order']),
          ...findings,
        ],
        bites: { duplicates, 'messages shuffled': tripled.length, 'versions that came too early': tooEarly(tripled) },
        mustBite: ['duplicates', 'versions that came too early'],
        figures: { acknowledged: seen.acknowledged, events: seen.events, applied: seen.applied, 'rows of figures': before.length },
      };
    } finally {
      await wild.close();
    }
  },
};

/** The same event as another agency would have published it. */
function movedTo({ key, value }: RawMessage, from: World, to: World): RawMessage {
  const [fromId, toId] = [from, to].map(({ agency }) => agency.replace('/', '.')) as [string, string];
  const text = value.toString('utf8').replaceAll(`${fromId}.`, `${toId}.`).replaceAll(from.agency, to.agency);
  return { key: key.replace(fromId, toId), value: Buffer.from(text) };
}

/** How many messages come before a lower version of their key has come for the first time. */
function tooEarly(messages: readonly RawMessage[]): number {
  const seen = new Map<string, Set<number>>();
  let early = 0;
  for (const { key, value } of messages) {
    const version = Number((JSON.parse(value.toString('utf8')) as { sequence: string }).sequence);
    const versions = seen.get(key) ?? new Set();
    seen.set(key, versions.add(version));
    if (version > 1 && !versions.has(version - 1)) early += 1;
  }
  return early;
}

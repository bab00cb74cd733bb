import { randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import { until } from '@xietong/testing';
import { MemoryBus } from './bus/memory-bus.ts';
import { Tallies, tallies } from './commit/testing/tally.ts';
import { memoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';
import { metricsOf } from './telemetry/metrics.ts';
import { noTracing } from './telemetry/tracing.ts';
import { startWritePath, type WritePath } from './write-path.ts';

const agency = 'NO-03/rcn';
const topic = 'NO-03.rcn.tallies';
const now: Instant = '2026-01-05T12:00:00.000Z';
let paths: WritePath[] = [];
afterEach(async () => {
  await Promise.all(paths.map((path) => path.stop(1_000)));
  paths = [];
});

/** A store in which another instance died with these events unsent, each named by its date; and the ids that reach the topic. */
async function leftBehind(...dates: readonly Instant[]) {
  const store = memoryStore();
  const documents = await store.collection(Tallies.collection, { keys: Object.keys(Tallies.keys), tags: [] });
  await documents.write(
    dates.map((date) => ({
      id: date,
      expected: 0,
      version: 1,
      agency,
      state: {},
      audience: [],
      keys: {},
      tags: {},
      head: '',
      events: [{ version: 1, topic, body: '{}' }],
      receipts: [{ key: date, payload: '', version: 1 }],
      now: date,
    })),
  );
  const bus = new MemoryBus();
  bus.createTopic(topic);
  const sent: string[] = [];
  await bus.consume({
    group: 'spec',
    topics: new RegExp(`^${topic}$`),
    handle: async ({ messages }) => void sent.push(...messages.map(({ key }) => key)),
  });
  await pathOn(store, bus);
  return { sent, pendingCount: documents.pendingCount };
}

async function pathOn(store: Store, bus: MemoryBus): Promise<WritePath> {
  const path = await startWritePath({
    service: tallies,
    agencies: [],
    connect: async () => store,
    bus,
    tracing: noTracing,
    metrics: metricsOf(
      'tallies',
      async () => undefined,
      () => undefined,
    ),
    fault: (what, fault) => {
      throw new Error(what, { cause: fault });
    },
    now: () => now,
    newId: randomUUID,
  });
  paths.push(path);
  return path;
}

test('what an instance left behind goes out, also where its clock was an hour ahead', async () => {
  const dates: Instant[] = ['2026-01-05T11:59:50.000Z', '2026-01-05T13:00:00.000Z'];
  const { sent, pendingCount } = await leftBehind(...dates);
  await until('nothing waits', async () => (await pendingCount()) === 0, 10_000);
  expect(sent.toSorted()).toEqual(dates);
});

test('what another instance is sending just now is left to it', async () => {
  const underWay: Instant[] = ['2026-01-05T11:59:58.000Z', '2026-01-05T12:00:30.000Z'];
  const { sent, pendingCount } = await leftBehind('2026-01-05T11:00:00.000Z', ...underWay);
  await until('the old one is sent', async () => (await pendingCount()) === underWay.length, 10_000);
  expect(sent).toEqual(['2026-01-05T11:00:00.000Z']);
});

test('asked to look at once, its clock gives every command whose moment has come, however many, and each once', async () => {
  const store = memoryStore();
  const documents = await store.collection('tallies', { keys: ['sum'], tags: [] });
  const due = { at: '2026-01-01T00:00:00.000Z', command: 'expire' } as const;
  const ids = Array.from({ length: 230 }, (_, n) => `full-${n}`);
  await documents.write(
    ids.map((id) => ({
      id,
      expected: 0,
      version: 1,
      agency: 'NO-03/rcn' as const,
      state: { owner: 'NO-03/rcn', sum: 1_000_000, closed: false },
      audience: [],
      keys: {},
      tags: {},
      head: '',
      events: [],
      receipts: [{ key: id, payload: '', version: 1 }],
      due,
      now: due.at,
    })),
  );
  const bus = new MemoryBus();
  bus.createTopic(topic);
  const path = await pathOn(store, bus);
  const struck = await Promise.all([path.strike(), path.strike()]);
  // The round that a start begins with may have been first with some.
  expect(struck[0] + struck[1]).toBeLessThanOrEqual(ids.length);
  const left = await documents.load(ids);
  expect(left.map((each) => [each?.version, (each?.state as { closed: boolean }).closed])).toEqual(ids.map(() => [2, true]));
  expect(await path.strike()).toBe(0);
});

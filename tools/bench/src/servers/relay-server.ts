// The platform's side of ratios 2 and 3: a relay with a backlog in real outboxes, as after an hour without a broker.
import { randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import type { AgencyRef, AnyAggregate } from '@xietong/kernel';
import {
  batcher,
  type Collection,
  type Journal,
  KafkaBus,
  type KafkaCredentials,
  mongoStore,
  noTracing,
  relay,
  type Verdict,
  type Write,
} from '@xietong/runtime/parts';
import { pino } from 'pino';
import { projectEvent } from '../project-events.ts';
import { answerDriver } from './measured-process.ts';

export interface RelayOrder {
  readonly kafka: KafkaCredentials;
  /** As in a topic: `NO-03.rcn`. */
  readonly agency: string;
  readonly journal: 'kept' | 'unkept';
  readonly events: number;
  readonly mongoUrl: string;
  readonly database: string;
}

const order = JSON.parse(process.env['BENCH_RELAY'] ?? '') as RelayOrder;
const agency = order.agency.replace('.', '/') as AgencyRef;
const topic = `${order.agency}.projects`;
const { username, password } = order.kafka;
const bus = new KafkaBus({
  credentials: order.kafka,
  agencies: [{ ref: agency, kafka: { username, password } }],
  log: pino({ level: 'silent' }),
});
const store = await mongoStore(order.mongoUrl, order.database);
const unkept: Journal = { ...store.journal, append: async () => undefined };
const kept = order.journal === 'kept' ? store : { ...store, journal: unkept };

function writeOf(n: number): Write {
  const { key, value } = projectEvent(n, order.events, order.agency);
  const now = new Date().toISOString() as Instant;
  return {
    id: key,
    expected: 0,
    version: 1,
    agency,
    state: { n },
    audience: [`agency:${agency}`],
    keys: {},
    tags: {},
    head: '',
    events: [{ version: 1, topic, body: value }],
    receipts: [{ key: randomUUID(), payload: '', version: 1 }],
    now,
  };
}

/** Writes every event into its outbox and hands it over, as commits do; `publish` decides what becomes of it. */
async function fill(collection: Collection, aggregate: AnyAggregate, publish: typeof bus.publish) {
  const sending = relay({
    context: 'projects',
    tracing: noTracing,
    collections: new Map([[aggregate.collection, collection]]),
    aggregates: [aggregate],
    bus: { publish },
    store: kept,
    fault: (what, fault) => console.error(what, fault),
  });
  const write = batcher<Write, Verdict>(collection.write);
  const commit = async (n: number): Promise<void> => {
    const asked = writeOf(n);
    await write(asked);
    sending.handOver({ aggregate, id: asked.id, entries: asked.events, pendingVersion: 0 });
  };
  for (let first = 0; first < order.events; first += 200)
    await Promise.all(Array.from({ length: Math.min(200, order.events - first) }, (_, i) => commit(first + i)));
  return sending;
}

async function inNewCollection<Result>(work: (collection: Collection, aggregate: AnyAggregate) => Promise<Result>): Promise<Result> {
  const name = `backlog-${randomUUID().slice(0, 8)}`;
  return work(await store.collection(name, { keys: [], tags: [] }), { name: 'project', collection: name } as AnyAggregate);
}

const minutes = 60_000;

/** The seconds from the broker's return until every event is sent, archived and marked. */
const drain = (): Promise<number> =>
  inNewCollection(async (collection, aggregate) => {
    const { promise: back, resolve: comeBack } = Promise.withResolvers<undefined>();
    const sending = await fill(collection, aggregate, async (messages) => {
      await back;
      await bus.publish(messages);
    });
    const begun = performance.now();
    comeBack(undefined);
    await sending.drain(5 * minutes);
    const seconds = (performance.now() - begun) / 1000;
    if ((await collection.pendingCount()) > 0) throw new Error('the backlog was not drained');
    return seconds;
  });

/** Events go out while commands come, in the batches that the relay makes of them. */
const live = (): Promise<void> =>
  inNewCollection(async (collection, aggregate) => {
    const sending = await fill(collection, aggregate, (messages) => bus.publish(messages));
    await sending.drain(5 * minutes);
  });

async function end(): Promise<void> {
  await bus.close();
  await store.close();
}

answerDriver(0, end, { drain, live: () => live().then(() => true) });

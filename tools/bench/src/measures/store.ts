import { randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import { batcher, type Collection, mongoStore, type Verdict, type Write } from '@xietong/runtime/parts';
import mongoose from 'mongoose';
import type { Bench, Line } from '../measure.ts';
import { bodyOf } from '../servers/record-service.ts';
import { figureOf, interleaved, shortRounds } from '../statistics.ts';

const inFlight = 32;
const writesARound = 1_500;
const updatesARound = 1_500;
const now = '2026-01-01T00:00:00.000Z' satisfies Instant;

/** Ratio 7: the embedded outbox over a transaction of two documents; with group commit; and with ten events waiting over one. */
export async function measureStore({ engines, rounds, report }: Bench): Promise<Line[]> {
  const database = `bench-${randomUUID()}`;
  const store = await mongoStore(engines.mongo.url, database);
  const collection = await store.collection('records', { keys: [], tags: [] });
  const connection = await mongoose
    .createConnection(engines.mongo.url, { dbName: database, writeConcern: { w: 'majority', j: true }, maxPoolSize: inFlight })
    .asPromise();
  await Promise.all(['documents', 'outbox'].map((name) => connection.createCollection(name)));
  const alone = (write: Write): Promise<unknown> => collection.write([write]);
  const together = batcher<Write, Verdict>(collection.write);
  const inTransaction = (write: Write): Promise<unknown> => writeTwo(connection, write);

  report('store: embedded outbox and transaction');
  const single = await interleaved(
    shortRounds(rounds),
    () => writesPerSecond(alone),
    () => writesPerSecond(inTransaction),
  );
  report('store: group commit and transaction');
  const grouped = await interleaved(
    shortRounds(rounds),
    () => writesPerSecond(together),
    () => writesPerSecond(inTransaction),
  );
  report('store: ten waiting and one waiting');
  const waiting = await interleaved(
    rounds,
    () => updateSeconds(collection, 10),
    () => updateSeconds(collection, 1),
  );
  await connection.dropDatabase();
  await Promise.all([connection.close(), store.close()]);
  const ratios = (pairs: readonly { one: number; other: number }[]) => figureOf(pairs.map(({ one, other }) => one / other));
  return [
    {
      id: '7',
      what: 'embedded outbox over a two-document transaction, writes/s',
      unit: 'ratio',
      figure: ratios(single),
      goal: { atLeast: 1.5 },
    },
    {
      id: '7',
      what: 'group commit over a two-document transaction, writes/s',
      unit: 'ratio',
      figure: ratios(grouped),
      goal: { atLeast: 3.5 },
    },
    {
      id: '7',
      what: 'an update with 10 events waiting over one with 1, time',
      unit: 'ratio',
      figure: ratios(waiting),
      goal: { atMost: 1.1 },
    },
  ];
}

function insertOf(n: number): Write {
  const id = randomUUID();
  return { ...eventOf(id, 0, n), expected: 0 };
}

function eventOf(id: string, expected: number, n: number): Write {
  const version = expected + 1;
  const body = JSON.stringify({ id: `record/${id}/${version}`, data: bodyOf(n) });
  const receipts = [{ key: randomUUID(), payload: 'payload', version }];
  return {
    id,
    expected,
    version,
    agency: 'NO-03/rcn',
    state: bodyOf(n),
    audience: ['agency:NO-03/rcn'],
    keys: {},
    tags: {},
    head: 'head',
    events: [{ version, topic: 'bench', body }],
    receipts,
    now,
  };
}

async function writeTwo(connection: mongoose.Connection, { id, state, events }: Write): Promise<void> {
  await connection.transaction(async (session) => {
    await connection.collection('documents').insertOne({ _id: id as never, state }, { session });
    await connection.collection('outbox').insertOne({ body: events[0]?.body }, { session });
  });
}

async function writesPerSecond(write: (write: Write) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await inParallel(writesARound, async (n) => void (await write(insertOf(n))));
  return writesARound / ((performance.now() - begun) / 1000);
}

/** Seconds of one update on documents that already have `waiting` events in the outbox. */
async function updateSeconds(collection: Collection, waiting: number): Promise<number> {
  const count = updatesARound;
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let version = 0; version < waiting; version += 1)
    await inParallel(count, async (n) => void (await collection.write([eventOf(ids[n] as string, version, n)])));
  const begun = performance.now();
  await inParallel(count, async (n) => void (await collection.write([eventOf(ids[n] as string, waiting, n)])));
  return (performance.now() - begun) / 1000 / count;
}

async function inParallel(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next; n < count; n = next) {
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

import { createHash, randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import { projects } from '@xietong/projects';
import { provisionTopics } from '@xietong/runtime';
import { KafkaBus, metricsOf, mongoStore, noTracing, startWritePath, withSealedJournal } from '@xietong/runtime/parts';
import { enginesUnderTest, officer, until } from '@xietong/testing';
import mongoose from 'mongoose';
import { pino } from 'pino';

const log = pino({ level: 'silent' });
const runId = randomUUID().slice(0, 8);

const { mongo, kafka } = enginesUnderTest();
export const mongoUrl = mongo.url;
export const broker = { brokers: kafka.brokers, ...kafka.admin };
/** Of this run alone, so that its topic is empty. */
export const agency: AgencyRef = `NO-03/audited-${runId}`;
export const database = `xietong-audited-${runId}`;

/** The id of a project of this run. */
export const idOf = (number: string): string => `${agency.replace('/', '.')}.${number}`;

const participant = {
  no: 1,
  organisation: { name: 'Audited', region: 'NO-03' },
  role: 'lead',
  amount: { amount: 100_00, currency: 'EUR' },
};

/** The write path of the projects service on real engines, with a clock that the test sets. */
export async function startSealedService(clock: { now: Instant }) {
  await provisionTopics(broker, { agencies: [agency], contexts: ['projects'], partitions: 3, readers: [] }, log);
  const { username, password } = broker;
  const bus = new KafkaBus({ credentials: broker, agencies: [{ ref: agency, kafka: { username, password } }], log });
  const service = withSealedJournal(projects);
  const faults: string[] = [];
  const path = await startWritePath({
    service,
    agencies: [agency],
    connect: () => mongoStore(mongoUrl, database),
    bus,
    tracing: noTracing,
    metrics: metricsOf(
      'audited',
      async () => undefined,
      () => undefined,
    ),
    fault: (what, fault) => faults.push(`${what}: ${String(fault)}`),
    now: () => clock.now,
    newId: randomUUID,
  });
  const aggregate = service.aggregates.find(({ name }) => name === 'project');
  if (!aggregate) throw new Error('the projects service has no projects');

  async function give(command: string, input: object, id?: string): Promise<void> {
    if (!aggregate) return;
    const outcome = await path.commands.run({
      aggregate,
      command,
      ...(id === undefined ? {} : { id }),
      input,
      actor: officer(agency),
      idempotencyKey: randomUUID(),
      payloadHash: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
      ifMatch: '*',
    });
    if (outcome.kind !== 'done') throw new Error(`'${command}' ended as ${JSON.stringify(outcome)}`);
  }

  return {
    faults,
    register: (number: string) =>
      give('register', { number, title: `Project ${number}`, signedOn: '2026-05-17', participants: [participant] }),
    amend: (number: string, reason: string) =>
      give('amendParticipants', { participants: [participant], signedOn: '2026-05-18', reason }, idOf(number)),
    /** Resolves once the day is sealed and everything has gone out and into the journal. */
    async sealed(date: string): Promise<void> {
      await until(`${date} is sealed`, async () => {
        const [journal] = (await path.collections.get('journals')?.load([agency.replace('/', '.')])) ?? [];
        const state = journal?.state as { status: string; date?: string } | undefined;
        const pending = await Promise.all([...path.collections.values()].map(({ pendingCount }) => pendingCount()));
        return state?.status === 'sealed' && state.date === date && pending.every((count) => count === 0);
      });
    },
    async stop(): Promise<void> {
      await path.stop(10_000);
      await bus.close();
      await path.store.close();
    },
  };
}

type Altered = (db: mongoose.mongo.Db) => Promise<unknown>;

/** A copy of the service's database under another name, altered as someone with its password could. */
export async function alteredCopy(name: string, alter: Altered): Promise<string> {
  const client = await mongoose.mongo.MongoClient.connect(mongoUrl);
  try {
    const db = `${database}-${name}`;
    for (const coll of ['journal', 'journal-subjects', 'journals', 'projects'])
      await client
        .db(database)
        .collection(coll)
        .aggregate([{ $out: { db, coll } }])
        .toArray();
    await alter(client.db(db));
    return db;
  } finally {
    await client.close();
  }
}

/** Removes the databases of this run. */
export async function dropAll(): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(mongoUrl);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(database)) await client.db(name).dropDatabase();
  await client.close();
}

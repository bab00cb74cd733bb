import mongoose, { type mongo } from 'mongoose';
import type { AgencyRef } from '@xietong/kernel';
import { hashOf, subjectOf } from '../commit/envelope.ts';
import type { MongoDocument } from '../store/mongo-store.ts';
import { type AuditRecord, type AuditSource, compareSubjects, type DocumentRecord, type EntryRecord } from './audit-records.ts';
import { type MongoEntry, type MongoDeclared, declaredIn, journalIn } from './mongo-journal.ts';

/** A service's database, opened to be read by an audit. */
export interface MongoAuditSource extends AuditSource {
  close(): Promise<void>;
}

/** A database that cannot be audited: it is no service's. */
export class NoJournal extends Error {
  constructor(database: string) {
    super(`'${database}' does not say which aggregates it holds: it is no service's database, or no service of today has started on it`);
    this.name = 'NoJournal';
  }
}

const batchSize = 1_000;
const idsAtOnce = 500;

/** The names of the databases in which services keep a journal. */
export async function listAuditable(url: string): Promise<string[]> {
  const client = await mongoose.mongo.MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    const names = databases.map(({ name }) => name).filter((name) => name.startsWith('xietong-'));
    const hasJournal = await Promise.all(names.map((name) => client.db(name).listCollections({ name: 'journal' }).hasNext()));
    return names.filter((_, i) => hasJournal[i]).sort();
  } finally {
    await client.close();
  }
}

/** Opens a database for an audit, which reads what a majority of the servers has and writes nothing. Throws `NoJournal`. */
export async function mongoAuditSource(url: string, database: string): Promise<MongoAuditSource> {
  const client = await mongoose.mongo.MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000, readConcern: { level: 'majority' } });
  const db = client.db(database);
  const declared = await declaredIn(db).find().toArray();
  if (declared.length === 0) {
    await client.close();
    throw new NoJournal(database);
  }
  return {
    context: async () => declared[0]?.context,
    agencies: async () => [...new Set(declared.flatMap(({ agencies }) => agencies))],
    records: () => merged(documentsIn(db, declared), entriesIn(db)),
    again: (subject) => subjectIn(db, declared, subject),
    hashesOf: (ids) => hashesIn(db, declared, ids),
    close: () => client.close(),
  };
}

const auditing = { version: 1, agency: 1, head: 1, 'outbox.v': 1, 'outbox.body': 1 } as const;

const documents = (db: mongo.Db, { _id }: MongoDeclared) => db.collection<MongoDocument>(_id);

async function* documentsIn(db: mongo.Db, declared: readonly MongoDeclared[]): AsyncGenerator<DocumentRecord> {
  const inOrder = [...declared].sort((one, other) => compareSubjects(`${one.aggregate}/`, `${other.aggregate}/`));
  for (const each of inOrder) {
    const found = documents(db, each).find({}, { projection: auditing, batchSize }).sort({ _id: 1 });
    for await (const document of found) yield toDocumentRecord(each, document);
  }
}

async function* entriesIn(db: mongo.Db, filter: mongo.Filter<MongoEntry> = {}): AsyncGenerator<EntryRecord> {
  for await (const { _id, ...entry } of journalIn(db).find(filter, { batchSize }).sort({ subject: 1, version: 1 }))
    yield { id: _id, ...entry };
}

async function* merged(documents: AsyncGenerator<DocumentRecord>, entries: AsyncGenerator<EntryRecord>): AsyncGenerator<AuditRecord> {
  let entry = await entries.next();
  for await (const document of documents) {
    for (; !entry.done && compareSubjects(entry.value.subject, document.subject) < 0; entry = await entries.next()) yield entry.value;
    yield document;
    for (; !entry.done && entry.value.subject === document.subject; entry = await entries.next()) yield entry.value;
  }
  for (; !entry.done; entry = await entries.next()) yield entry.value;
}

// In this order nothing that is written meanwhile looks like an alteration: the document knows every event that was in the journal
// before it was read, and what it knows of is in its outbox or in the journal after it was read.
async function* subjectIn(db: mongo.Db, declared: readonly MongoDeclared[], subject: string): AsyncGenerator<AuditRecord> {
  const [highest] = await journalIn(db)
    .find({ subject }, { projection: { version: 1 } })
    .sort({ version: -1 })
    .limit(1)
    .toArray();
  const document = await findDocument(db, declared, subject);
  if (document) yield document;
  const last = Math.max(highest?.version ?? 0, document?.document.version ?? 0);
  yield* entriesIn(db, { subject, version: { $lte: last } });
}

async function findDocument(db: mongo.Db, declared: readonly MongoDeclared[], subject: string): Promise<DocumentRecord | undefined> {
  const owner = declared.find(({ aggregate }) => subject.startsWith(`${aggregate}/`));
  const id = subject.slice(subject.indexOf('/') + 1);
  const found = owner && (await documents(db, owner).findOne({ _id: id }, { projection: auditing }));
  return owner && found ? toDocumentRecord(owner, found) : undefined;
}

async function hashesIn(db: mongo.Db, declared: readonly MongoDeclared[], ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const all = [...ids];
  for (let at = 0; at < all.length; at += idsAtOnce) {
    const some = all.slice(at, at + idsAtOnce);
    // The outbox last: it is read for what was not in the journal, and what leaves it meanwhile has come into the journal before.
    await addJournalled(db, some, hashes);
    await addWaiting(
      db,
      declared,
      some.filter((id) => !hashes.has(id)),
      hashes,
    );
    await addJournalled(
      db,
      some.filter((id) => !hashes.has(id)),
      hashes,
    );
  }
  return hashes;
}

async function addJournalled(db: mongo.Db, ids: readonly string[], hashes: Map<string, string>): Promise<void> {
  if (ids.length === 0) return;
  for await (const { _id, body } of journalIn(db).find({ _id: { $in: [...ids] } }, { projection: { body: 1 } }))
    hashes.set(_id, hashOf(body));
}

async function addWaiting(
  db: mongo.Db,
  declared: readonly MongoDeclared[],
  ids: readonly string[],
  hashes: Map<string, string>,
): Promise<void> {
  for (const id of ids) {
    const subject = id.slice(0, id.lastIndexOf('/'));
    const version = Number(id.slice(subject.length + 1));
    const waiting = (await findDocument(db, declared, subject))?.document.waiting.find((event) => event.version === version);
    if (waiting) hashes.set(id, hashOf(waiting.body));
  }
}

function toDocumentRecord({ aggregate }: MongoDeclared, { _id, version, agency, head, outbox }: MongoDocument): DocumentRecord {
  const waiting = (outbox ?? []).map(({ v, body }) => ({ version: v, body }));
  return { subject: subjectOf(aggregate, _id), document: { agency: agency as AgencyRef, version, head, waiting } };
}

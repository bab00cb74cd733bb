import { randomUUID } from 'node:crypto';
import mongoose, { type Connection, type Model, type mongo } from 'mongoose';
import { mongoAttachments } from '../attachments/mongo-attachments.ts';
import { uploadMsMax } from '../attachments/attachment-store.ts';
import { mongoParking } from '../parking/mongo-parking.ts';
import { mongoProjections } from '../consume/mongo-projections.ts';
import { mongoCollection } from './mongo-collection.ts';
import { mongoJournal } from '../journal/mongo-journal.ts';
import { mongoLook } from './mongo-look.ts';
import { sayingUnavailable } from './mongo-availability.ts';
import type { Store } from './store.ts';

/** A document as MongoDB holds it. `outbox`, `receipts` and `created` use short names: they are written at every command. */
export interface MongoDocument {
  _id: string;
  version: number;
  agency: string;
  state: object;
  audience: string[];
  keys: Record<string, string | number>;
  tags: Record<string, string[]>;
  due?: { at: string; command: string };
  head: string;
  created: MongoReceipt;
  receipts: MongoReceipt[];
  outbox: { v: number; topic: string; body: string; receipt?: MongoReceipt }[];
  pending?: string;
  createdAt: string;
  updatedAt: string;
}

export interface MongoReceipt {
  k: string;
  h: string;
  v: number;
}

/** Connects a service to its database. Every write is majority and journaled: the concern is set here, once. */
export async function mongoStore(url: string, database: string, newId: () => string = randomUUID): Promise<Store> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    writeConcern: { w: 'majority', j: true },
    maxPoolSize: 20,
    serverSelectionTimeoutMS: 5_000,
    autoIndex: false,
    autoCreate: false,
  });
  // A mistyped filter must not widen a query, and an operator from outside must stay a value.
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', true);
  try {
    await connection.asPromise();
    return await storeOn(connection, newId);
  } catch (fault) {
    // Whoever asks again opens another: this one must not stay behind.
    await connection.destroy();
    throw fault;
  }
}

const pingMsMax = 1_000;

/** Where a database keeps its identity; a backup does not bring it back. */
export const identityCollection = 'identity';

async function identityOf(connection: Connection, newId: () => string): Promise<string> {
  const identities = connection.collection(identityCollection) as unknown as mongo.Collection<{ _id: 'own'; value: string }>;
  const options = { upsert: true, returnDocument: 'after' } as const;
  const own = await identities.findOneAndUpdate({ _id: 'own' }, { $setOnInsert: { value: newId() } }, options);
  if (!own) throw new Error('the database kept no identity');
  return own.value;
}

async function storeOn(connection: Connection, newId: () => string): Promise<Store> {
  const names = new Set<string>();
  return {
    identity: await identityOf(connection, newId),
    journal: sayingUnavailable(await mongoJournal(connection)),
    parking: sayingUnavailable(await mongoParking(connection)),
    projections: sayingUnavailable(mongoProjections(connection)),
    async collection(name, { keys, tags }) {
      const model = await readyModel(connection, name, keys, tags);
      names.add(name);
      return sayingUnavailable(mongoCollection(model, new Set(tags)));
    },
    async attachments() {
      const attachments = await mongoAttachments(connection);
      // Taking in takes as long as its sender does.
      return { ...sayingUnavailable(attachments), ...sayingUnavailable({ takeIn: attachments.takeIn }, uploadMsMax) };
    },
    ...sayingUnavailable(mongoLook(connection, names)),
    // The driver's own `timeoutMS` has no effect from version 7.8 on.
    ...sayingUnavailable({ ping: async () => void (await connection.db?.command({ ping: 1 })) }, pingMsMax),
    close: () => connection.close(),
  };
}

async function readyModel(
  connection: Connection,
  name: string,
  keys: readonly string[],
  tags: readonly string[],
): Promise<Model<MongoDocument>> {
  const receipt = { k: String, h: String, v: Number };
  const schema = new mongoose.Schema<MongoDocument>(
    {
      _id: String,
      version: Number,
      agency: String,
      state: mongoose.Schema.Types.Mixed,
      audience: [String],
      keys: mongoose.Schema.Types.Mixed,
      tags: mongoose.Schema.Types.Mixed,
      due: { at: String, command: String },
      head: String,
      created: receipt,
      receipts: [receipt],
      outbox: [{ v: Number, topic: String, body: String, receipt }],
      pending: String,
      createdAt: String,
      updatedAt: String,
    },
    { collection: name, versionKey: false, minimize: false },
  );
  for (const key of keys) schema.index({ audience: 1, [`keys.${key}`]: 1, _id: 1 });
  // An index cannot hold two lists, so a tag stands without the audience.
  for (const tag of tags) schema.index({ [`tags.${tag}`]: 1, _id: 1 });
  schema.index({ audience: 1, createdAt: 1, _id: 1 });
  schema.index({ audience: 1, updatedAt: 1, _id: 1 });
  schema.index({ pending: 1 }, { partialFilterExpression: { pending: { $exists: true } } });
  schema.index({ 'due.at': 1 }, { partialFilterExpression: { 'due.at': { $exists: true } } });
  const model = connection.model<MongoDocument>(name, schema);
  // An update is sent as an upsert, to get a verdict of its own in a group commit; this stops it from inventing a document.
  const validator = { createdAt: { $exists: true } };
  await model.createCollection({ validator }).catch(async (fault: unknown) => {
    if (!(fault instanceof mongoose.mongo.MongoServerError && fault.codeName === 'NamespaceExists')) throw fault;
    await connection.db?.command({ collMod: name, validator });
  });
  await model.createIndexes();
  return model;
}

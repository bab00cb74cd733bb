import type { AgencyRef } from '@xietong/kernel';
import type { Connection, mongo } from 'mongoose';
import mongoose from 'mongoose';
import type { Journal, JournalEntry, ReadRecord } from './journal.ts';

export type MongoEntry = Omit<JournalEntry, 'id'> & { _id: string };

/** A collection of aggregates, and what the subjects of its events begin with. */
export interface MongoDeclared {
  readonly _id: string;
  readonly context: string;
  readonly aggregate: string;
  readonly agencies: readonly AgencyRef[];
}

export const journalIn = (db: mongo.Db): mongo.Collection<MongoEntry> => db.collection('journal');
export const declaredIn = (db: mongo.Db): mongo.Collection<MongoDeclared> => db.collection('journal-subjects');

/** The audit trail in MongoDB, one document an event, append-only. */
export async function mongoJournal(connection: Connection): Promise<Journal> {
  const { db } = connection;
  if (!db) throw new Error('the journal is of a connection that is not open');
  const collection = journalIn(db);
  await collection.createIndex({ subject: 1, version: 1 }, { unique: true });
  await collection.createIndex({ subject: 1, 'receipt.key': 1 }, { partialFilterExpression: { 'receipt.key': { $exists: true } } });
  const reads = db.collection<ReadRecord>('journal-reads');
  return {
    async declare({ context, aggregates, agencies }) {
      const writes = aggregates.map(({ name, collection: _id }) => ({
        updateOne: {
          filter: { _id },
          update: { $set: { context, aggregate: name }, $addToSet: { agencies: { $each: [...agencies] } } },
          upsert: true,
        },
      }));
      if (writes.length > 0) await declaredIn(db).bulkWrite(writes, { ordered: false });
    },
    async append(entries) {
      try {
        await collection.insertMany(
          entries.map(({ id, ...rest }) => ({ _id: id, ...rest })),
          { ordered: false },
        );
      } catch (fault) {
        if (!isDuplicatesOnly(fault)) throw fault;
      }
    },
    async read(subject, afterVersion, limit) {
      const found = await collection
        .find({ subject, version: { $gt: afterVersion } })
        .sort({ version: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
    },
    async findReceipt(subject, key) {
      return (await collection.findOne({ subject, 'receipt.key': key }))?.receipt;
    },
    async noteRead(record) {
      await reads.insertOne({ ...record });
    },
  };
}

// Sent twice, archived once: a duplicate id is what a crash between journal and mark leaves behind.
function isDuplicatesOnly(fault: unknown): boolean {
  if (!(fault instanceof mongoose.mongo.MongoBulkWriteError) || fault.result.getWriteConcernError()) return false;
  const errors = [fault.writeErrors].flat();
  // A connection that broke comes as the same kind of fault, without errors of single writes.
  return errors.length > 0 && errors.every(({ code }) => code === 11000);
}

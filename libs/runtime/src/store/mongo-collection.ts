import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import mongoose, { type Model, type mongo } from 'mongoose';
import { filterFor, pageAfter, sortBy } from './mongo-list.ts';
import type { MongoDocument, MongoReceipt } from './mongo-store.ts';
import {
  type AudienceWord,
  type Collection,
  type Document,
  NoAudience,
  type OutboxEntry,
  type Receipt,
  receiptsMax,
  type Stored,
  type Verdict,
  type Write,
} from './store.ts';

/** The codes of a write that was not first: duplicate key, and an upsert that the validator stopped. */
const lostCodes = new Set([11000, 121]);

const reading = { _id: 1, version: 1, agency: 1, state: 1, createdAt: 1, updatedAt: 1 } as const;
const writing = { ...reading, head: 1, created: 1, 'outbox.v': 1, receiptCount: { $size: '$receipts' } } as const;

// Two hundred receipts are 20 KB that would be read for each command; what is asked for is one of them, or none.
const withReceipts = (keys: readonly string[]) => ({
  ...writing,
  receipts: { $filter: { input: '$receipts', cond: { $in: ['$$this.k', { $literal: keys }] } } },
});

/** One aggregate type in MongoDB, by the write protocol of `docs/write-path.md`. */
export function mongoCollection(model: Model<MongoDocument>, tags: ReadonlySet<string>): Collection {
  // The hot path goes to the driver: Mongoose's documents cost more than the write itself.
  // The driver's own collection: Mongoose's wrapper around it does nothing for the write path, at each call.
  const native = model.db.db?.collection<MongoDocument>(model.collection.name);
  if (!native) throw new Error(`'${model.collection.name}' is of a connection that is not open`);

  return {
    async find(audience, id) {
      const found = await model.findOne({ _id: id, ...within(audience) }, reading).lean();
      return found ? toDocument(found) : undefined;
    },
    async list(audience, request) {
      const filter = { $and: [within(audience), filterFor(request.filter, tags), pageAfter(request)] };
      const found = await model
        .find(filter, { ...reading, keys: 1 })
        .sort(sortBy(request.sort))
        .limit(request.limit + 1)
        .lean();
      const page = found.slice(0, request.limit);
      const values = page.map((document) => sortValueOf(document, request.sort.key));
      const last = page.at(-1);
      const more = found.length > request.limit && last;
      return { documents: page.map(toDocument), values, ...(more ? { next: { value: values.at(-1) ?? null, id: last._id } } : {}) };
    },
    async count(audience, filter) {
      return model.countDocuments({ $and: [within(audience), filterFor(filter, tags)] });
    },
    async load(ids, receiptKeys = []) {
      const found = await native.find<Loaded>({ _id: { $in: [...ids] } }, { projection: withReceipts(receiptKeys) }).toArray();
      const byId = new Map(found.map((document) => [document._id, toStored(document)]));
      return ids.map((id) => byId.get(id));
    },
    async select(tag, values, fields) {
      if (!tags.has(tag)) throw new Error(`'${tag}' is no tag of '${model.collection.name}'`);
      const found = await native
        .find(filterFor({ [tag]: values }, tags), { projection: partsOf(fields) })
        .sort({ _id: 1 })
        .toArray();
      return found.map(({ _id, state }) => ({ id: _id, state }));
    },
    async write(writes) {
      try {
        await native.bulkWrite(writes.map(toOperation), { ordered: false });
        return writes.map(() => 'written');
      } catch (fault) {
        return verdictsOf(fault, writes.length);
      }
    },
    async isDurable(id, version) {
      const found = await native.findOne({ _id: id, version: { $gte: version } }, { projection: { _id: 1 }, readConcern: 'majority' });
      return found !== null;
    },
    async outbox(ids) {
      const found = await native.find({ _id: { $in: [...ids] } }, { projection: { outbox: 1 }, readConcern: 'majority' }).toArray();
      return new Map(found.map(({ _id, outbox }) => [_id, outbox.map(toOutboxEntry)]));
    },
    async markSent(marks) {
      // A mark that is lost costs a duplicate, so it need not wait for a majority.
      const options = { ordered: false, writeConcern: { w: 1 } };
      const groups = [...Map.groupBy(marks, (mark) => mark.version)].map(([version, some]) => ({ version, $in: some.map(({ id }) => id) }));
      const { matchedCount } = await native.bulkWrite(
        groups.map(({ version, $in }) => ({
          updateMany: { filter: { _id: { $in }, version }, update: { $set: { outbox: [] }, $unset: { pending: '' } } },
        })),
        options,
      );
      if (matchedCount === marks.length) return;
      // Some have moved on since: of those, only what was sent goes.
      await native.bulkWrite(
        groups.map(({ version, $in }) => ({
          updateMany: {
            filter: { _id: { $in }, 'outbox.0.v': { $lte: version } },
            update: { $pull: { outbox: { v: { $lte: version } } } },
          },
        })),
        options,
      );
    },
    pendingCount: () => native.countDocuments({ pending: { $exists: true } }),
    async pendingSince() {
      const oldest = await native.findOne({ pending: { $exists: true } }, { projection: { pending: 1 }, sort: { pending: 1 } });
      return oldest?.pending as Instant | undefined;
    },
    async heads({ agency, since, begunBefore, after, limit }) {
      const moved = since === undefined ? {} : { updatedAt: { $gte: since } };
      const begun = begunBefore === undefined ? {} : { createdAt: { $lt: begunBefore } };
      const filter = { _id: { $gt: after }, agency, ...moved, ...begun };
      const found = await native
        .find(filter, { projection: { version: 1, head: 1 }, readConcern: 'majority' })
        .sort({ _id: 1 })
        .hint({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, version, head }) => ({ id: _id, version, head }));
    },
  };
}

const partsOf = (fields: readonly string[] | undefined): Readonly<Record<string, 1>> =>
  fields ? Object.fromEntries(fields.map((field) => [`state.${field}`, 1])) : { state: 1 };

function within(audience: readonly AudienceWord[]): { audience: { $in: readonly AudienceWord[] } } {
  if (audience.length === 0) throw new NoAudience();
  return { audience: mongoose.trusted({ $in: audience }) };
}

function verdictsOf(fault: unknown, count: number): Verdict[] {
  if (!(fault instanceof mongoose.mongo.MongoBulkWriteError) || fault.result.getWriteConcernError()) throw fault;
  const errors = [fault.writeErrors].flat();
  // A connection that broke comes as the same kind of fault, without errors of single writes: then nobody knows what was written.
  if (errors.length === 0 || !errors.every(({ code }) => typeof code === 'number' && lostCodes.has(code))) throw fault;
  const lost = new Set(errors.map(({ index }) => index));
  return Array.from({ length: count }, (_, i) => (lost.has(i) ? 'lost' : 'written'));
}

function toOperation(write: Write): mongo.AnyBulkWriteOperation<MongoDocument> {
  const { id, expected, unseenKeys, version, agency, state, audience, keys, tags, due, head, events, receipts, now } = write;
  const outbox = events.map(toMongoOutbox);
  const common = { version, state, audience: [...audience], keys, tags: tags as MongoDocument['tags'], head, pending: now, updatedAt: now };
  if (expected === 0) {
    const created = toMongoReceipt(receipts[0] as Receipt);
    const document = {
      _id: id,
      agency,
      ...common,
      ...(due ? { due } : {}),
      created,
      receipts: receipts.slice(1).map(toMongoReceipt),
      outbox,
      createdAt: now,
    };
    return { insertOne: { document } };
  }
  return {
    updateOne: {
      filter: { _id: id, version: expected, ...(unseenKeys ? { 'receipts.k': { $nin: [...unseenKeys] } } : {}) },
      update: {
        $set: { ...common, ...(due ? { due } : {}) },
        ...(due ? {} : { $unset: { due: '' } }),
        $push: { outbox: { $each: outbox }, receipts: { $each: receipts.map(toMongoReceipt), $slice: -receiptsMax } },
      },
      upsert: true,
    },
  };
}

const toMongoReceipt = ({ key, payload, version }: Receipt): MongoReceipt => ({ k: key, h: payload, v: version });
const toReceipt = ({ k, h, v }: MongoReceipt): Receipt => ({ key: k, payload: h, version: v });

const toMongoOutbox = ({ version, topic, body, receipt }: OutboxEntry): MongoDocument['outbox'][number] => ({
  v: version,
  topic,
  body,
  ...(receipt ? { receipt: toMongoReceipt(receipt) } : {}),
});

const toOutboxEntry = ({ v, topic, body, receipt }: MongoDocument['outbox'][number]): OutboxEntry => ({
  version: v,
  topic,
  body,
  ...(receipt ? { receipt: toReceipt(receipt) } : {}),
});

type Readable = Pick<MongoDocument, '_id' | 'version' | 'agency' | 'state' | 'createdAt' | 'updatedAt'>;

function toDocument({ _id, version, agency, state, createdAt, updatedAt }: Readable): Document {
  return { id: _id, version, agency: agency as AgencyRef, state, createdAt: createdAt as Instant, updatedAt: updatedAt as Instant };
}

type Loaded = Readable & Pick<MongoDocument, 'head' | 'created' | 'receipts'> & { receiptCount: number; outbox: { v: number }[] };

function toStored(found: Loaded): Stored {
  return {
    ...toDocument(found),
    head: found.head,
    created: toReceipt(found.created),
    receipts: found.receipts.map(toReceipt),
    receiptCount: found.receiptCount,
    pending: { count: found.outbox.length, version: found.outbox.at(-1)?.v ?? 0 },
  };
}

function sortValueOf(document: Readable & Pick<MongoDocument, 'keys'>, key: string): string | number | null {
  if (key === 'createdAt' || key === 'updatedAt') return document[key];
  return document.keys[key] ?? null;
}

import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '@xietong/domain';
import type { Connection } from 'mongoose';
import mongoose, { type mongo } from 'mongoose';
import type { AttachmentStore, DueFile, KeptFile } from './attachment-store.ts';

interface Bookkeeping {
  readonly _id: string;
  /** Taken in and not kept yet; a file; being removed, which a crash may have cut short. */
  readonly status: 'arriving' | 'there' | 'leaving';
  readonly sweepAt?: Instant;
  readonly heldBy: readonly string[];
  readonly key?: string;
}
type Book = Bookkeeping & Partial<Omit<KeptFile, 'id'>>;

const bucketName = 'attachments';
const duplicateKey = 11000;

/**
 * Files in GridFS, with a book of them beside it (`attachments`): GridFS writes what it knows of a file last, so a file that was cut off by a crash would be
 * in nobody's book.
 */
export async function mongoAttachments({ db }: Connection): Promise<AttachmentStore> {
  if (!db) throw new Error('the attachments are of a connection that is not open');
  const book = db.collection<Book>(bucketName);
  const chunks = db.collection<{ files_id: string }>(`${bucketName}.chunks`);
  const files = db.collection<{ _id: string; length: number }>(`${bucketName}.files`);
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName });
  await book.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
  await book.createIndex({ sweepAt: 1 }, { partialFilterExpression: { sweepAt: { $exists: true } } });
  // GridFS makes its index before the very first file only: a store that was put back from a backup has files and no index.
  await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true });
  // Its types know ids of MongoDB's own alone; it takes any.
  const named = (id: string) => id as unknown as mongo.ObjectId;

  async function erase(id: string): Promise<void> {
    await chunks.deleteMany({ files_id: id });
    await files.deleteOne({ _id: id });
    await book.deleteOne({ _id: id, status: { $ne: 'there' } });
  }

  async function discard(id: string): Promise<void> {
    const { matchedCount } = await book.updateOne({ _id: id, status: 'arriving' }, { $set: { status: 'leaving' } });
    if (matchedCount > 0) await erase(id);
  }

  async function keep(file: KeptFile, key: string): Promise<KeptFile> {
    const { id, ...facts } = file;
    try {
      const { matchedCount } = await book.updateOne({ _id: id, status: 'arriving' }, { $set: { ...facts, status: 'there', key } });
      if (matchedCount === 0) throw new Error(`'${id}' was not taken in`);
      return file;
    } catch (fault) {
      if (!(fault instanceof mongoose.mongo.MongoServerError && fault.code === duplicateKey)) throw fault;
      const first = await book.findOne({ key, status: 'there' });
      // It was removed between the two.
      return first ? toFile(first) : keep(file, key);
    }
  }

  return {
    discard,
    async takeIn(id, content, sweepAt) {
      await book.insertOne({ _id: id, status: 'arriving', sweepAt, heldBy: [] });
      try {
        await pipeline(content, bucket.openUploadStreamWithId(named(id), id));
      } catch (fault) {
        // Where this fails too, the sweep does it.
        await discard(id).catch(() => undefined);
        throw fault;
      }
    },
    async open(id) {
      const length = (await files.findOne({ _id: id }))?.length;
      const content = wholeOf(id, length ?? 0);
      if (length === undefined) content.destroy(new Error(`no bytes of '${id}'`));
      // What becomes of it is told by the stream that is handed out.
      else pipeline(bucket.openDownloadStream(named(id)), content).catch(() => undefined);
      return content;
    },
    keep,
    find: async (ids) => (await book.find({ _id: { $in: [...ids] }, status: 'there' }).toArray()).map(toFile),
    async hold(ids, subject, sweepAt) {
      const there = { _id: { $in: [...ids] }, status: 'there' } as const;
      await book.updateMany({ ...there, sweepAt: { $exists: true } }, { $addToSet: { heldBy: subject }, $max: { sweepAt } });
      return (await book.find(there, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    },
    async due(now, limit) {
      const found = await book
        .find({ sweepAt: { $lte: now } })
        .sort({ sweepAt: 1 })
        .limit(limit)
        .toArray();
      return found.flatMap(({ _id, sweepAt, heldBy }) => (sweepAt === undefined ? [] : [{ id: _id, sweepAt, heldBy }]));
    },
    async nameForGood({ id, sweepAt }) {
      await book.updateOne({ _id: id, sweepAt, status: 'there' }, { $unset: { sweepAt: '' }, $set: { heldBy: [] } });
    },
    async remove({ id, sweepAt }: DueFile) {
      // The key is free again at once: whoever sends the file once more gets a new one.
      const { matchedCount } = await book.updateOne({ _id: id, sweepAt }, { $set: { status: 'leaving' }, $unset: { key: '' } });
      if (matchedCount > 0) await erase(id);
      return matchedCount > 0;
    },
  };
}

// GridFS ends a file whose last part is missing as if it were whole.
function wholeOf(id: string, length: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      done(null, part);
    },
    flush: (done) => done(bytes === length ? null : new Error(`${bytes} of the ${length} bytes of '${id}' are there`)),
  });
}

function toFile({ _id, name, mediaType, bytes, sha256, scanned, party }: Book): KeptFile {
  if (
    name === undefined ||
    mediaType === undefined ||
    bytes === undefined ||
    sha256 === undefined ||
    scanned === undefined ||
    party === undefined
  )
    throw new Error(`'${_id}' is kept and not known`);
  return { id: _id, name, mediaType, bytes, sha256, scanned, party };
}

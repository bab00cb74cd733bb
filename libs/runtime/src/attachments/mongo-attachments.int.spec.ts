import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { requiredVariable } from '@xietong/testing';
import mongoose from 'mongoose';
import { mongoStore } from '../store/mongo-store.ts';
import { attachmentContract } from './attachment-contract.ts';

const url = requiredVariable('XIETONG_TEST_MONGO_URL');
const databases: string[] = [];
const sweepAt = '2026-01-02T08:00:00.000Z';

function freshDatabase(): string {
  const name = `test-${randomUUID()}`;
  databases.push(name);
  return name;
}

let client: mongoose.mongo.MongoClient;
beforeAll(async () => {
  client = await mongoose.mongo.MongoClient.connect(url);
});
afterAll(async () => {
  for (const name of databases) await client.db(name).dropDatabase();
  await client.close();
});

attachmentContract('GridFS', () => mongoStore(url, freshDatabase()));

describe('files in GridFS', () => {
  const opened = async () => {
    const database = freshDatabase();
    const store = await mongoStore(url, database);
    const db = client.db(database);
    const countOf = (name: string) => db.collection(name).countDocuments();
    const counts = async () => Promise.all(['attachments', 'attachments.files', 'attachments.chunks'].map(countOf));
    return { store, attachments: await store.attachments(), db, counts };
  };

  it('leave nothing in any collection when they are broken off, taken back or removed', async () => {
    const { store, attachments, counts } = await opened();
    const broken = Readable.from([Buffer.alloc(600_000)]).map(() => Promise.reject(new Error('gone')));
    await attachments.takeIn('broken', broken, sweepAt).catch(() => undefined);
    await attachments.takeIn('back', Readable.from([Buffer.alloc(600_000)]), sweepAt);
    await attachments.discard('back');
    await attachments.takeIn('due', Readable.from([Buffer.alloc(600_000)]), sweepAt);
    for (const due of await attachments.due(sweepAt, 10)) await attachments.remove(due);
    expect(await counts()).toEqual([0, 0, 0]);
    await store.close();
  });

  it('that a crash left in the middle of coming in, or of going, are removed by the sweep', async () => {
    const { store, attachments, db, counts } = await opened();
    // As a process that was killed leaves them: the book and some parts, and GridFS does not know of the file yet.
    await db
      .collection<{ _id: string }>('attachments')
      .insertMany([
        { _id: 'coming', status: 'arriving', sweepAt, heldBy: [] } as never,
        { _id: 'going', status: 'leaving', sweepAt, heldBy: [] } as never,
      ]);
    await db
      .collection('attachments.chunks')
      .insertMany(['coming', 'going'].map((id) => ({ files_id: id as never, n: 0, data: Buffer.alloc(9) })));
    for (const due of await attachments.due(sweepAt, 10)) expect(await attachments.remove(due)).toBe(true);
    expect(await counts()).toEqual([0, 0, 0]);
    await store.close();
  });

  it('are found by an index, also where the collections were there before, as after a restore', async () => {
    const { store, attachments, db } = await opened();
    await attachments.takeIn('a', Readable.from([Buffer.from('x')]), sweepAt);
    await db.collection('attachments.chunks').dropIndexes();
    await store.attachments();
    expect((await db.collection('attachments.chunks').indexes()).map(({ key }) => key)).toContainEqual({ files_id: 1, n: 1 });
    await store.close();
  });

  it('fail to be read where a part is missing, instead of coming short', async () => {
    const { store, attachments, db } = await opened();
    await attachments.takeIn('a', Readable.from([Buffer.alloc(600_000)]), sweepAt);
    await db.collection('attachments.chunks').deleteOne({ files_id: 'a' as never, n: 2 });
    await expect((await attachments.open('a')).toArray()).rejects.toThrow('522240 of the 600000 bytes');
    await store.close();
  });
});

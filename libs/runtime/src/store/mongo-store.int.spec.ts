import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { requiredVariable } from '@xietong/testing';
import { parkingContract } from '../parking/parking-contract.ts';
import { mongoStore } from './mongo-store.ts';
import { storeContract } from './store-contract.ts';

const url = requiredVariable('XIETONG_TEST_MONGO_URL');
const databases: string[] = [];

function freshDatabase(): string {
  const name = `test-${randomUUID()}`;
  databases.push(name);
  return name;
}

afterAll(async () => {
  const connection = await mongoose.createConnection(url).asPromise();
  for (const name of databases) await connection.useDb(name).dropDatabase();
  await connection.close();
});

storeContract('MongoDB', () => mongoStore(url, freshDatabase()));
parkingContract('MongoDB', () => mongoStore(url, freshDatabase()));

test('a read of documents about persons stays in the database, for an auditor to find', async () => {
  const database = freshDatabase();
  const store = await mongoStore(url, database);
  const read = {
    at: '2026-01-05T08:00:00.000Z',
    actor: 'pseudonym',
    agency: 'NO-03/rcn',
    operation: 'getBox',
    asked: 'box/a',
    purpose: '案件 7',
    status: 200,
    shown: [{ subject: 'box/a', version: 3 }],
    traceid: 'f'.repeat(32),
  } as const;
  await store.journal.noteRead(read);
  await store.journal.noteRead(read);
  await store.close();
  const connection = await mongoose.createConnection(url, { dbName: database }).asPromise();
  const kept = await connection
    .collection('journal-reads')
    .find({}, { projection: { _id: 0 } })
    .toArray();
  await connection.close();
  expect(kept).toEqual([read, read]);
});

describe('the connection to MongoDB', () => {
  it('leaves nothing open when the database does not let it in', async () => {
    const before = mongoose.connections.length;
    const locked = new URL(url);
    Object.assign(locked, { username: 'nobody', password: 'wrong' });
    await expect(mongoStore(locked.href, freshDatabase())).rejects.toThrow();
    expect(mongoose.connections).toHaveLength(before);
  });

  it('writes with majority and journal, whoever writes', async () => {
    const database = freshDatabase();
    const store = await mongoStore(url, database);
    const concern = mongoose.connections.findLast(({ name }) => name === database)?.getClient().options.writeConcern;
    await store.close();
    expect(concern).toMatchObject({ w: 'majority', j: true });
  });
});

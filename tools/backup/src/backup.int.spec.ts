import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { enginesUnderTest } from '@xietong/testing';
import { mongoStore } from '@xietong/runtime/parts';
import mongoose, { type mongo } from 'mongoose';
import { bsonFileIn, openBackup } from './backup-folder.ts';
import { putBack } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const { Binary, Double, Int32, Long, MongoClient } = mongoose.mongo;
const { url } = enginesUnderTest().mongo;
const database = `xietong-kept-${randomUUID().slice(0, 8)}`;
const folder = mkdtempSync(join(tmpdir(), 'xietong-backup-'));
const client = new MongoClient(url);
const kept = client.db(database);

afterAll(async () => {
  await kept.dropDatabase();
  await client.close();
  rmSync(folder, { recursive: true });
});

/** Every document of the database, as the bytes that the server has. */
async function everything(): Promise<string[]> {
  const found: string[] = [];
  for (const name of ['journal', 'records'])
    for await (const document of kept.collection(name).find({}, { raw: true, sort: { _id: 1 } }))
      found.push(`${name} ${Buffer.from(document as unknown as Uint8Array).toString('hex')}`);
  return found;
}

test('what was backed up comes back to the byte where nothing is, and goes over nothing', async () => {
  const numbers = { int: new Int32(1), long: Long.fromString('9007199254740993'), double: new Double(1) };
  const records = Array.from({ length: 1_200 }, (_, n) => ({
    _id: `record-${n}`,
    ...numbers,
    bytes: new Binary(Buffer.from([n % 256])),
    at: new Date(0),
  }));
  await kept.collection<mongo.Document & { _id: string }>('records').insertMany(records);
  await kept.collection<{ _id: string }>('journal').insertOne({ _id: 'record/record-1/1' });
  const before = await everything();

  const to = join(folder, 'first');
  const manifest = await writeBackup(url, to, { startedAt: new Date(), database });
  expect(manifest.databases).toMatchObject([
    {
      name: database,
      collections: [
        { name: 'journal', documents: 1 },
        { name: 'records', documents: 1_200 },
      ],
    },
  ]);
  await expect(writeBackup(url, to, { startedAt: new Date(), database })).rejects.toThrow('is not empty');
  await expect(putBack(url, to, manifest)).rejects.toThrow(`'${database}' holds data`);

  await kept.dropDatabase();
  await putBack(url, to, await openBackup(to));
  expect(await everything()).toEqual(before);

  appendFileSync(bsonFileIn(to, database, 'records'), ' ');
  await expect(openBackup(to)).rejects.toThrow('is not what was written');
});

test('what is put back is another store than the one that was lost: it reads the events of others anew', async () => {
  const name = `${database}-read`;
  const identityNow = async (): Promise<string> => {
    const store = await mongoStore(url, name);
    await store.close();
    return store.identity;
  };
  const before = await identityNow();
  expect(await identityNow()).toBe(before);
  const to = join(folder, 'read');
  await writeBackup(url, to, { startedAt: new Date(), database: name });
  await client.db(name).dropDatabase();
  // Somebody started the service too early; nothing of it is there but its identity.
  const early = await identityNow();
  await putBack(url, to, await openBackup(to));
  expect([before, early]).not.toContain(await identityNow());
  await client.db(name).dropDatabase();
});

test('files that were sent up are backed up with what is known of them, and come back whole and found by an index', async () => {
  const name = `${database}-files`;
  const content = randomBytes(900_000);
  const id = randomUUID();
  const file = {
    id,
    name: '报告.pdf',
    mediaType: 'application/pdf',
    bytes: 900_000,
    sha256: 'a'.repeat(64),
    scanned: false,
    party: 'org:X',
  } as const;
  const store = await mongoStore(url, name);
  const attachments = await store.attachments();
  await attachments.takeIn(id, Readable.from([content]), '2026-01-02T08:00:00.000Z');
  await attachments.keep(file, 'k');
  await store.close();
  const to = join(folder, 'files');
  await writeBackup(url, to, { startedAt: new Date(), database: name });
  await client.db(name).dropDatabase();
  await putBack(url, to, await openBackup(to));

  const restored = await mongoStore(url, name);
  const files = await restored.attachments();
  expect(await files.find([id])).toEqual([file]);
  expect((await buffer(await files.open(id))).equals(content)).toBe(true);
  await restored.close();
  expect((await client.db(name).collection('attachments.chunks').indexes()).map(({ key }) => key)).toContainEqual({ files_id: 1, n: 1 });
  await client.db(name).dropDatabase();
});

test('collections are backed up as they stood at one moment, whatever is written meanwhile', async () => {
  const [journal, records] = ['journal', 'records'].map((name) => kept.collection<{ _id: string }>(name));
  await Promise.all([journal?.deleteMany({}), records?.deleteMany({})]);
  let done = false;
  // Always in the journal first: no moment has more records than the journal has.
  const writer = (async () => {
    for (let n = 0; !done; n += 1) {
      await journal?.insertOne({ _id: `later-${n}` });
      await records?.insertOne({ _id: `later-${n}` });
    }
  })();
  try {
    for (let backup = 0; backup < 5; backup += 1) {
      const { databases } = await writeBackup(url, join(folder, `moment-${backup}`), { startedAt: new Date(), database });
      const [inJournal = 0, inRecords = 0] = databases.flatMap(({ collections }) => collections.map(({ documents }) => documents));
      expect([inJournal, inJournal - 1]).toContain(inRecords);
    }
  } finally {
    done = true;
    await writer;
  }
});

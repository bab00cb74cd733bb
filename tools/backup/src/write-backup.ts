import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listAuditable } from '@xietong/runtime/audit';
import mongoose, { type mongo } from 'mongoose';
import { bsonFileIn, Manifest, manifestFileIn, type SavedCollection } from './backup-folder.ts';
import { Refused } from '@xietong/audit/refused';

export interface BackupOptions {
  readonly startedAt: Date;
  /** One service's database only. */
  readonly database?: string;
}

/**
 * Writes every service's database into a folder, as all of them stood at one moment: a snapshot of MongoDB, so that document, outbox and
 * journal agree while the services go on. `startedAt`: whatever was acknowledged before is in it. Throws `Refused`.
 */
export async function writeBackup(url: string, folder: string, { startedAt, database }: BackupOptions): Promise<Manifest> {
  const all = await listAuditable(url);
  const names = all.filter((name) => database === undefined || name === database);
  if (names.length === 0) throw new Refused(`no service has kept anything there yet${database === undefined ? '' : ` in '${database}'`}`);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refused(`${folder} is not empty: a backup overwrites nothing`);
  const client = await mongoose.mongo.MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    // Listed before the snapshot is taken: a collection made after it could not be read in it.
    const listed = await Promise.all(names.map(async (name) => ({ name, collections: await collectionsOf(client.db(name)) })));
    const session = client.startSession({ snapshot: true });
    const databases: Manifest['databases'] = [];
    for (const { name, collections } of listed) {
      mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
      const saved: SavedCollection[] = [];
      for (const collection of collections)
        saved.push(await save(client.db(name).collection(collection), session, bsonFileIn(folder, name, collection)));
      databases.push({ name, collections: saved });
    }
    await session.endSession();
    const manifest = Manifest.parse({ format: 1, startedAt: startedAt.toISOString(), databases });
    const file = manifestFileIn(folder);
    writeFileSync(`${file}.part`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.part`, file);
    return manifest;
  } catch (fault) {
    throw isTooOld(fault) ? new Refused(tooOld) : fault;
  } finally {
    await client.close();
  }
}

async function collectionsOf(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return found
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
}

async function save(collection: mongo.Collection, session: mongo.ClientSession, file: string): Promise<SavedCollection> {
  const sum = createHash('sha256');
  let [documents, bytes] = [0, 0];
  async function* bodies(): AsyncGenerator<Uint8Array> {
    // `raw` gives the bytes as the server has them, whatever types are in them.
    for await (const document of collection.find({}, { session, raw: true, batchSize: 1_000 })) {
      const body = document as unknown as Uint8Array;
      sum.update(body);
      documents += 1;
      bytes += body.length;
      yield body;
    }
  }
  await pipeline(Readable.from(bodies()), createWriteStream(file, { mode: 0o600, flush: true }));
  return { name: collection.collectionName, documents, bytes, sha256: sum.digest('hex') };
}

const isTooOld = (fault: unknown): boolean =>
  fault instanceof mongoose.mongo.MongoServerError && ['SnapshotTooOld', 'SnapshotUnavailable'].includes(fault.codeName ?? '');

const tooOld =
  'MongoDB no longer has the moment at which this backup began: it took longer than minSnapshotHistoryWindowInSeconds (300 unless changed). ' +
  'Raise it with setParameter for the time of the backup, and take it again into an empty folder';

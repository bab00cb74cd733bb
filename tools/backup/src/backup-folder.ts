import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '@xietong/audit/refused';

const Name = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

const SavedCollection = z.strictObject({ name: Name, documents: z.int(), bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type SavedCollection = z.output<typeof SavedCollection>;

/** What a backup holds. It is written last: a folder without it is no backup. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  startedAt: z.iso.datetime(),
  databases: z.array(z.strictObject({ name: Name, collections: z.array(SavedCollection) })).min(1),
});
export type Manifest = z.output<typeof Manifest>;

export const manifestFileIn = (folder: string): string => join(folder, 'manifest.json');
/** The documents of one collection one after the other in BSON, as mongodump writes them. */
export const bsonFileIn = (folder: string, database: string, collection: string): string => join(folder, database, `${collection}.bson`);

/** Reads a backup's manifest and holds every file against it; throws `Refused` where one is missing or altered. */
export async function openBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const { name, collections } of manifest.databases)
    for (const collection of collections) {
      const file = bsonFileIn(folder, name, collection.name);
      if (!existsSync(file)) throw new Refused(`${file} is missing: this backup is not whole`);
      if ((await sha256Of(file)) !== collection.sha256) throw new Refused(`${file} is not what was written: its SHA-256 is another`);
    }
  return manifest;
}

function readManifest(folder: string): Manifest {
  const file = manifestFileIn(folder);
  if (!existsSync(file)) throw new Refused(`${folder} holds no manifest.json: it is no backup, or one that did not come to its end`);
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (fault) {
    throw new Refused(`${file} is not the manifest of a backup of this version: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

async function sha256Of(file: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file)) sum.update(chunk as Buffer);
  return sum.digest('hex');
}

/** The documents of a file, each as its bytes. */
export async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let at = 0;
    // A BSON document begins with its own length, in four bytes.
    while (rest.length - at >= 4 && rest.length - at >= rest.readInt32LE(at)) {
      const length = rest.readInt32LE(at);
      yield rest.subarray(at, at + length);
      at += length;
    }
    rest = rest.subarray(at);
  }
}

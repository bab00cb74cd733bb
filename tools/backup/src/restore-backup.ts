import mongoose, { type mongo } from 'mongoose';
import { bsonFileIn, documentsIn, type Manifest } from './backup-folder.ts';
import { identityCollection } from '@xietong/runtime/parts';
import { Refused } from '@xietong/audit/refused';

const { BSON, MongoClient } = mongoose.mongo;
const documentsAtOnce = 500;
const bytesAtOnce = 8 << 20;

/**
 * Puts a backup's databases back as they were, but for their identity: what they had read of other services' events is remembered at the broker,
 * which is ahead of them, so they read it anew. Throws `Refused`, before anything is written, where any of them holds a
 * document.
 */
export async function putBack(url: string, folder: string, { databases }: Manifest): Promise<void> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000, writeConcern: { w: 'majority', journal: true } });
  try {
    for (const { name } of databases) await refuseWhereDataAre(client.db(name));
    for (const { name } of databases) await client.db(name).collection(identityCollection).deleteMany({});
    for (const { name, collections } of databases)
      for (const collection of collections.filter(({ name: one }) => one !== identityCollection))
        await insertAll(client.db(name).collection(collection.name), bsonFileIn(folder, name, collection.name));
  } finally {
    await client.close();
  }
}

async function refuseWhereDataAre(db: mongo.Db): Promise<void> {
  for (const { name } of await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray())
    // A service that was started on the empty database left its identity, and nothing else.
    if (name !== identityCollection && (await db.collection(name).findOne({}, { projection: { _id: 1 } })))
      throw new Refused(
        `'${db.databaseName}' holds data (${name}): a restore goes over nothing. Stop the service, keep or drop that database`,
      );
}

async function insertAll(collection: mongo.Collection, file: string): Promise<void> {
  let batch: mongo.Document[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: false });
    [batch, bytes] = [[], 0];
  };
  for await (const body of documentsIn(file)) {
    // Numbers keep the type that they had, instead of becoming what JavaScript would write.
    batch.push(BSON.deserialize(body, { promoteValues: false }));
    bytes += body.length;
    if (batch.length >= documentsAtOnce || bytes >= bytesAtOnce) await flush();
  }
  await flush();
}

import mongoose, { type Connection, type mongo } from 'mongoose';
import type { ProjectionRecord, ProjectionStore } from './projections.ts';

/** Projections in MongoDB, one collection for all of a service. */
export function mongoProjections(connection: Connection): ProjectionStore {
  const collection = connection.collection('projections') as unknown as mongo.Collection<ProjectionRecord & { _id: string }>;
  return {
    async find(name, id) {
      const found = await collection.findOne({ _id: `${name}/${id}` });
      return found ? { version: found.version, source: found.source, record: found.record } : undefined;
    },
    async put(name, id, { version, source, record }) {
      try {
        await collection.updateOne(
          { _id: `${name}/${id}`, version: { $lt: version } },
          { $set: { version, source, record } },
          { upsert: true },
        );
      } catch (fault) {
        // A newer version stands: the upsert met it by its id.
        if (!(fault instanceof mongoose.mongo.MongoServerError && fault.code === 11000)) throw fault;
      }
    },
  };
}

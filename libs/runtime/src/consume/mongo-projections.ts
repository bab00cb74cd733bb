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
    async select(name, field, values, fields) {
      const parts = fields ? Object.fromEntries(fields.map((each) => [`record.${each}`, 1])) : { record: 1 };
      const found = await collection
        // All ids that begin with the name: `0` is the sign that follows the stroke.
        .find({ _id: { $gte: `${name}/`, $lt: `${name}0` }, [`record.${field}`]: { $in: values } }, { projection: parts })
        .sort({ _id: 1 })
        .toArray();
      return found.map(({ _id, record = {} }) => ({ id: _id.slice(name.length + 1), state: record }));
    },
    async foundBy(fields) {
      for (const field of fields) await collection.createIndex({ [`record.${field}`]: 1, _id: 1 });
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

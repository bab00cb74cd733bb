import type { Connection, mongo } from 'mongoose';
import type { Parked, ParkingLot } from './parking.ts';

/** The parking lot in MongoDB, beside the service's documents. */
export async function mongoParking(connection: Connection): Promise<ParkingLot> {
  const collection = connection.collection('parked') as unknown as mongo.Collection<Parked & { _id: string }>;
  await collection.createIndex({ consumer: 1, key: 1 });
  return {
    async park(message) {
      const _id = [message.consumer, message.topic, message.partition, message.offset].join('|');
      await collection.updateOne({ _id }, { $setOnInsert: message }, { upsert: true });
    },
    holds: async (consumer, key) => (await collection.findOne({ consumer, key }, { projection: { _id: 1 } })) !== null,
    list: (consumer) =>
      collection
        .find({ consumer }, { projection: { _id: 0 } })
        .sort({ _id: 1 })
        .toArray(),
    count: (consumer) => collection.countDocuments({ consumer }),
  };
}

import mongoose, { type Connection, type mongo } from 'mongoose';
import { agencyOf, topicOf } from '../config/agencies.ts';
import { type ParkedLine, type ParkedMessage, parkedIdOf, type ParkedQuestion } from './parking-desk.ts';
import type { KeptMessage, ParkedTally, ParkingLot } from './parking-lot.ts';

type Stored = Omit<KeptMessage, 'id' | 'body'> & { readonly _id: string; readonly body: mongo.Binary };

/** The parking lot in MongoDB, beside the service's documents. */
export async function mongoParking(connection: Connection): Promise<ParkingLot> {
  const collection = connection.collection('parked') as unknown as mongo.Collection<Stored>;
  // By key for whoever applies, by age for whoever looks.
  await collection.createIndex({ consumer: 1, topic: 1, key: 1, inLine: 1, partition: 1, offset: 1 });
  await collection.createIndex({ status: 1, parkedAt: 1, _id: 1 });
  return {
    async park({ body, ...message }) {
      const arrived = { ...message, body: new mongoose.mongo.Binary(body), status: 'parked', inLine: true, decisions: [] } as const;
      await collection.updateOne({ _id: parkedIdOf(message) }, { $setOnInsert: arrived }, { upsert: true });
    },
    async isClear(place, key) {
      const ofKey = lineIn({ ...place, key });
      // Of nearly every key nothing was ever parked, so nearly every message costs one look.
      if (!(await collection.findOne(ofKey, { projection: { _id: 1 } }))) return true;
      const inTheWay = { $or: [{ _id: parkedIdOf(place) }, { ...ofKey, inLine: true }] };
      return (await collection.findOne(inTheWay, { projection: { _id: 1 } })) === null;
    },
    async front(line) {
      const [first] = await collection
        .find({ ...lineIn(line), inLine: true })
        .sort({ partition: 1, offset: 1 })
        .limit(1)
        .toArray();
      return first && toKept(first);
    },
    async find(id) {
      const found = await collection.findOne({ _id: id });
      return found ? toKept(found) : undefined;
    },
    async change({ id, status }, change, decision) {
      const { matchedCount } = await collection.updateOne(
        { _id: id, status, inLine: true },
        { $set: change, ...(decision && { $push: { decisions: decision } }) },
      );
      return matchedCount === 1;
    },
    async list(question) {
      const found = collection.find(filterOf(question), { projection: { body: 0, mended: 0, inLine: 0, decisions: 0 } });
      const rows = await found.sort({ parkedAt: 1, _id: 1 }).limit(question.limit).toArray();
      return rows.map(({ _id, ...message }) => ({ id: _id, ...message }) as ParkedMessage);
    },
    count: (of) => collection.countDocuments({ ...('key' in of ? lineIn(of) : { consumer: of.consumer }), status: 'parked' }),
    async tally() {
      const groups = await collection
        .aggregate<{ _id: Pick<ParkedTally, 'consumer' | 'reason'> & { topic: string }; messages: number }>([
          { $match: { status: 'parked' } },
          // A consumer reads the topics of one context, so an agency has one of them.
          { $group: { _id: { consumer: '$consumer', topic: '$topic', reason: '$reason.code' }, messages: { $sum: 1 } } },
        ])
        .toArray();
      return groups.map(({ _id: { consumer, topic, reason }, messages }) => ({ consumer, agency: agencyOf(topic), reason, messages }));
    },
    knows: async (line) => (await collection.findOne(lineIn(line), { projection: { _id: 1 } })) !== null,
  };
}

// Nothing else that the caller's object may hold.
const lineIn = ({ consumer, topic, key }: ParkedLine): ParkedLine => ({ consumer, topic, key });

function filterOf({ agency, consumer, key, reason, status, after }: ParkedQuestion): mongo.Filter<Stored> {
  return {
    status,
    // An agency's name holds no sign that a pattern would read as more than itself but the dot, which is escaped.
    topic: new RegExp(`^${topicOf(agency, '').replaceAll('.', '\\.')}`),
    ...(consumer !== undefined && { consumer }),
    ...(key !== undefined && { key }),
    ...(reason !== undefined && { 'reason.code': reason }),
    ...(after && { $or: [{ parkedAt: { $gt: after.parkedAt } }, { parkedAt: after.parkedAt, _id: { $gt: after.id } }] }),
  };
}

const toKept = ({ _id, body, ...message }: Stored): KeptMessage => ({ ...message, id: _id, body: body.value() });

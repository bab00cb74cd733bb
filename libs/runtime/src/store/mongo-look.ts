import type { Instant } from '@xietong/domain';
import type { Connection } from 'mongoose';
import type { MongoDocument } from './mongo-store.ts';
import type { DueDocument, Place, Store } from './store.ts';

/**
 * What the clock and the sweep look for, in all of a service's collections at once: they look at every one of them again and again, mostly
 * for nothing, and what an idle service costs is the number of its questions.
 */
export function mongoLook(connection: Connection, names: ReadonlySet<string>): Pick<Store, 'due' | 'pendingOutside'> {
  async function everywhere<Found>(pipeline: readonly object[]): Promise<(Found & { collection: string })[]> {
    const { db } = connection;
    const [first, ...others] = names;
    if (!db || first === undefined) return [];
    const stagesOf = (name: string) => [...pipeline, { $addFields: { collection: name } }];
    const unions = others.map((coll) => ({ $unionWith: { coll, pipeline: stagesOf(coll) } }));
    return db
      .collection(first)
      .aggregate<Found & { collection: string }>([...stagesOf(first), ...unions], { readConcern: 'majority' })
      .toArray();
  }

  return {
    async due(now, limit) {
      const found = await everywhere<Pick<MongoDocument, '_id'> & Required<Pick<MongoDocument, 'due'>>>([
        { $match: { 'due.at': { $lte: now } } },
        { $sort: { 'due.at': 1 } },
        { $limit: limit },
        { $project: { due: 1 } },
      ]);
      return found.map(({ _id, collection, due }): DueDocument => ({ collection, id: _id, command: due.command, at: due.at as Instant }));
    },
    async pendingOutside(from, to, limit) {
      const found = await everywhere<{ _id: string }>([
        { $match: { $or: [{ pending: { $lte: from } }, { pending: { $gt: to } }] } },
        { $limit: limit },
        { $project: { _id: 1 } },
      ]);
      return found.map(({ _id, collection }): Place => ({ collection, id: _id }));
    },
  };
}

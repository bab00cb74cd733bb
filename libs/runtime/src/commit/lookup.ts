import type { Lookup } from '@xietong/kernel';
import type { Collection, Store } from '../store/store.ts';

/** What `gather` finds: the state of an own aggregate by its collection, or the record of a projection by its name. */
export function lookupOf(store: Pick<Store, 'projections'>, collections: ReadonlyMap<string, Collection>): Lookup {
  return {
    async find(name, id) {
      const collection = collections.get(name);
      if (!collection) return (await store.projections.find(name, id))?.record;
      return (await collection.load([id]))[0]?.state;
    },
  };
}

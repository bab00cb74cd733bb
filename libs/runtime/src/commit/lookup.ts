import type { Lookup } from '@xietong/kernel';
import type { Collection, Store } from '../store/store.ts';

/** What `gather` finds in the store of its service. */
export function lookupOf(store: Pick<Store, 'projections'>, collections: ReadonlyMap<string, Collection>): Lookup {
  return {
    async find(name, id) {
      const collection = collections.get(name);
      if (!collection) return (await store.projections.find(name, id))?.record;
      return (await collection.load([id]))[0]?.state;
    },
    async list(name, tag, values, fields) {
      const collection = collections.get(name);
      if (!collection) throw new Error(`a rule looks for '${name}', which is no collection of this service`);
      return collection.select(tag, values, fields);
    },
  };
}

import type { Lookup, Projection } from '@xietong/kernel';
import type { Collection, Store } from '../store/store.ts';

/** What `gather` finds in the store of its service. */
export function lookupOf(
  store: Pick<Store, 'projections'>,
  collections: ReadonlyMap<string, Collection>,
  projections: readonly Pick<Projection, 'name' | 'foundBy'>[],
): Lookup {
  return {
    async find(name, id) {
      const collection = collections.get(name);
      if (!collection) return (await store.projections.find(name, id))?.record;
      return (await collection.load([id]))[0]?.state;
    },
    async list(name, tag, values, fields) {
      const collection = collections.get(name);
      if (collection) return collection.select(tag, values, fields);
      const projection = projections.find((each) => each.name === name);
      if (!projection) throw new Error(`a rule looks for '${name}', which is no collection and no projection of this service`);
      if (!projection.foundBy.includes(tag)) throw new Error(`a rule looks for '${name}' by '${tag}', by which it is not found`);
      return store.projections.select(name, tag, values, fields);
    },
  };
}

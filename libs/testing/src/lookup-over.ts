import { type AnyAggregate, type Lookup, pickFields } from '@xietong/kernel';

/** What a rule can look up: documents by their aggregate and id, and records of projections by name and id. */
export interface LookedOver {
  readonly documents: readonly (readonly [AnyAggregate, Readonly<Record<string, object>>])[];
  readonly records?: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** A lookup over these, that finds by the aggregates' own tags and the records' own lists and gives the fields that are asked for alone, as the store does. */
export function lookupOver({ documents, records = {} }: LookedOver): Lookup {
  const of = (collection: string) => documents.filter(([aggregate]) => aggregate.collection === collection);
  return {
    find: async (name, id) =>
      of(name)
        .map(([, states]) => states[id])
        .find((state) => state !== undefined) ?? records[name]?.[id],
    async list(name, tag, values, fields) {
      const found = [
        ...of(name).flatMap(([aggregate, states]) =>
          Object.entries(states).filter(([, state]) => has(values, tagged(aggregate, tag, state))),
        ),
        ...Object.entries(records[name] ?? {}).filter(([, record]) => has(values, Reflect.get(record, tag) as readonly string[])),
      ];
      return found
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([id, state]) => ({ id, state: fields ? pickFields(state, fields) : state }));
    },
  };
}

function tagged({ tags, name }: AnyAggregate, tag: string, state: object): readonly string[] {
  const of = tags[tag];
  if (!of) throw new Error(`'${name}' has no tag '${tag}'`);
  return of(state as never);
}

const has = (values: readonly string[], words: readonly string[]): boolean => words.some((word) => values.includes(word));

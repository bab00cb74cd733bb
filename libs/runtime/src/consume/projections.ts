import type { Found } from '@xietong/kernel';
import { copyOf, inBytes } from '../store/memory-select.ts';

/** A local copy of another context's record, with the version of the event that made it, and the source of all its events. */
export interface ProjectionRecord {
  readonly version: number;
  readonly source: string;
  readonly record: object | undefined;
}

/** Local copies by projection name and aggregate id. */
export interface ProjectionStore {
  find(name: string, id: string): Promise<ProjectionRecord | undefined>;
  /** The records that have one of the values in a list of theirs, in the order of their ids; with `fields`, those of their fields alone. */
  select(name: string, field: string, values: readonly string[], fields?: readonly string[]): Promise<Found[]>;
  /** Makes the store ready to select by these. */
  foundBy(fields: readonly string[]): Promise<void>;
  /** Writes only over an older version: a stale or repeated event changes nothing. */
  put(name: string, id: string, next: ProjectionRecord): Promise<void>;
}

/** Projections in memory, for fast tests. */
export function memoryProjections(): ProjectionStore {
  const records = new Map<string, ProjectionRecord>();
  return {
    find: async (name, id) => records.get(`${name}/${id}`),
    select: async (name, field, values, fields) =>
      [...records]
        .flatMap(([key, { record }]) => (key.startsWith(`${name}/`) && record ? [{ id: key.slice(name.length + 1), state: record }] : []))
        .filter(({ state }) => wordsAt(state, field).some((word) => values.includes(word)))
        .sort((one, other) => inBytes(one.id, other.id))
        .map(({ id, state }) => ({ id, state: copyOf(state, fields) })),
    foundBy: async () => {},
    async put(name, id, next) {
      const before = records.get(`${name}/${id}`);
      if (!before || before.version < next.version) records.set(`${name}/${id}`, next);
    },
  };
}

const wordsAt = (record: object, field: string): readonly string[] => {
  const words: unknown = Reflect.get(record, field);
  return Array.isArray(words) ? words : [];
};

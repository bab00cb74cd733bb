/** A local copy of another context's record, with the version of the event that made it, and the source of all its events. */
export interface ProjectionRecord {
  readonly version: number;
  readonly source: string;
  readonly record: object | undefined;
}

/** Local copies by projection name and aggregate id. */
export interface ProjectionStore {
  find(name: string, id: string): Promise<ProjectionRecord | undefined>;
  /** Writes only over an older version: a stale or repeated event changes nothing. */
  put(name: string, id: string, next: ProjectionRecord): Promise<void>;
}

/** Projections in memory, for fast tests. */
export function memoryProjections(): ProjectionStore {
  const records = new Map<string, ProjectionRecord>();
  return {
    find: async (name, id) => records.get(`${name}/${id}`),
    async put(name, id, next) {
      const before = records.get(`${name}/${id}`);
      if (!before || before.version < next.version) records.set(`${name}/${id}`, next);
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What reporting has made of one topic. */
export interface ReportingFacts {
  /** Ids of the events applied, one for each time. */
  readonly applied: readonly string[];
  /** What is parked still. */
  readonly parked: readonly { readonly partition: number; readonly offset: bigint }[];
  /** Events that wait for an earlier one. */
  readonly waiting: number;
}

/** Reads the facts that reporting keeps in its data folder; it must not run meanwhile. */
export async function readReportingFacts(dataDir: string, topic: string): Promise<ReportingFacts> {
  const folder = join(dataDir, 'reporting');
  const generation = readFileSync(join(folder, 'current'), 'utf8').trim();
  const instance = await DuckDBInstance.create(join(folder, generation, 'facts.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(`${sql} WHERE topic = $topic`, { topic })).getRowObjectsJS();
  try {
    const applied = await rows(`SELECT subject, version FROM events JOIN aggregates ON aggregates.id = events.aggregate
      JOIN partitions ON partitions.id = events.partition`);
    // What an operator has settled stays in the table, with what became of it.
    const parked = await rows(`SELECT number, "offset" FROM (SELECT * FROM parked WHERE status = 'parked') AS parked
      JOIN partitions ON partitions.id = parked.partition`);
    const waiting = await rows('SELECT count(*) AS count FROM waiting JOIN partitions ON partitions.id = waiting.partition');
    return {
      applied: applied.map(({ subject, version }) => `${String(subject)}/${String(version)}`),
      parked: parked.map(({ number, offset }) => ({ partition: Number(number), offset: BigInt(String(offset)) })),
      waiting: Number(waiting[0]?.['count']),
    };
  } finally {
    connection.disconnectSync();
    instance.closeSync();
  }
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyRow } from '../../intake/flush.ts';
import type { EventPlace } from '../../metrics/figure-sql.ts';
import { appendRows, readRows } from './database.ts';
import { createTable } from './tables.ts';

// Measured with bodies of 1 KB: a file a flush makes thousands of tiny ones, and a column of bodies in the database costs a third of the
// speed and all of its size. So the newest bodies stand in a table, and whenever there are this many they become one Parquet file.
const rowsPerFile = 5000;
// DuckDB keeps texts of more than 4 KB in memory until its next checkpoint: with 120 MB of them it could commit nothing any more.
const bytesPerFile = 16_000_000;

/** What the table `recent` holds, and how many files there are. */
interface Kept {
  rows: number;
  bytes: number;
  files: number;
}

/** The texts of the events, for "the events behind this figure": the newest in the table `recent`, the others in Parquet files. */
export class Bodies {
  readonly #folder: string;
  /** Counted once and then added up: counting reads all texts of `recent`, a fifth of the time of a small flush. */
  #kept: Kept | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Part of a flush's transaction. A file that a crash left behind is not recorded in `archives`, and is written over by the replay. */
  async append(connection: DuckDBConnection, rows: readonly BodyRow[]): Promise<void> {
    const kept = (this.#kept ??= await countKept(connection));
    kept.rows += rows.length;
    for (const [, , body] of rows) kept.bytes += Buffer.byteLength(body);
    if (kept.rows < rowsPerFile && kept.bytes < bytesPerFile) return appendRows(connection, 'recent', rows);

    await connection.run(createTable('arrived', 'CREATE OR REPLACE TEMP TABLE'));
    await appendRows(connection, 'arrived', rows);
    await this.#archive(connection, kept.files + 1);
    await connection.run(createTable('recent', 'CREATE OR REPLACE TABLE'));
    await connection.run('DROP TABLE temp.arrived');
    this.#kept = { rows: 0, bytes: 0, files: kept.files + 1 };
  }

  /** The transaction was rolled back: what is kept has to be counted again. */
  rolledBack(): void {
    this.#kept = undefined;
  }

  async #archive(connection: DuckDBConnection, file: number): Promise<void> {
    const path = this.#path(file);
    const everything = '(FROM recent UNION ALL FROM arrived)';
    await connection.run(`
      COPY (SELECT topic, number AS partition, "offset", body FROM ${everything} bodies JOIN partitions ON partitions.id = bodies.partition ORDER BY ALL)
      TO '${literal(path)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`);
    await toDisk(path);
    await connection.run(
      `INSERT INTO archives SELECT ${file}, partition, min("offset"), max("offset") FROM ${everything} GROUP BY partition`,
    );
  }

  /** The texts at these places, in the order of topics. */
  async read(connection: DuckDBConnection, places: readonly EventPlace[]): Promise<{ place: EventPlace; body: string }[]> {
    if (places.length === 0) return [];
    const wanted = `wanted(topic, number, "offset") AS (VALUES ${places.map(({ topic, partition, offset }) => `('${literal(topic)}', ${partition}, ${offset}::BIGINT)`).join(', ')})`;
    const files = await readRows<{ file: number }>(
      connection,
      `WITH ${wanted} SELECT DISTINCT file FROM wanted JOIN partitions USING (topic, number) JOIN archives ON archives.partition = partitions.id AND wanted."offset" BETWEEN first AND last`,
    );
    const archived = files.map(({ file }) => `'${literal(this.#path(file))}'`);
    const rows = await readRows<EventPlace & { body: string }>(
      connection,
      `WITH ${wanted},
      kept AS (SELECT topic, number, "offset", body FROM recent JOIN partitions ON partitions.id = recent.partition
        ${archived.length > 0 ? `UNION ALL SELECT topic, partition, "offset", body FROM read_parquet([${archived.join(', ')}])` : ''})
      SELECT topic, number AS partition, "offset", body FROM kept SEMI JOIN wanted USING (topic, number, "offset") ORDER BY ALL`,
    );
    return rows.map(({ topic, partition, offset, body }) => ({ place: { topic, partition, offset }, body }));
  }

  #path(file: number): string {
    return join(this.#folder, `bodies-${String(file).padStart(6, '0')}.parquet`);
  }
}

async function countKept(connection: DuckDBConnection): Promise<Kept> {
  const [kept] = await readRows<Record<keyof Kept, bigint>>(
    connection,
    'SELECT count(*) AS rows, coalesce(sum(strlen(body)), 0)::BIGINT AS bytes, (SELECT count(*) FROM archives) AS files FROM recent',
  );
  return { rows: Number(kept?.rows), bytes: Number(kept?.bytes), files: Number(kept?.files) };
}

// The transaction that records the file is on disk when it is committed; the file has to be there before.
async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

const literal = (text: string): string => text.replaceAll("'", "''");

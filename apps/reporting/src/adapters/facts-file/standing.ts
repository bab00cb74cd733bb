import type { DuckDBConnection } from '@duckdb/node-api';
import { RegionLevel } from '@xietong/domain';
import type { Flush } from '../../intake/flush.ts';
import { standingRows } from '../../intake/standing-rows.ts';
import { firstIn, sidesFrom } from '../../metrics/side-source.ts';
import { appendRows, readRows } from './database.ts';
import { createTable, tables } from './tables.ts';

/**
 * Makes what stands anew out of the history, at every opening: a file of an earlier release has no such table, one that an earlier release
 * went on with has an old one, and rows that were replaced take no more place.
 */
export async function makeStanding(connection: DuckDBConnection): Promise<void> {
  const partitions = await readRows<{ id: number; next: bigint }>(connection, 'SELECT id, next + replays AS next FROM partitions');
  await connection.run('BEGIN');
  await connection.run(createTable('standing', 'CREATE OR REPLACE TABLE'));
  const firsts = RegionLevel.options.map((level) => `no = min(no) OVER (PARTITION BY aggregate, ${level}) AS ${firstIn(level)}`);
  const columns = Object.keys(tables.standing).map((column) => `"${column}"`);
  await connection.run(`
    INSERT INTO standing WITH ${sidesFrom('history', { partitions })}
    SELECT ${columns.join(', ')} FROM (SELECT *, ${firsts.join(', ')} FROM side)`);
  await connection.run('COMMIT');
}

/** Part of a flush's transaction: what it restates goes out, and the newest statements of the flush come in. */
export async function writeStanding(connection: DuckDBConnection, flush: Flush): Promise<void> {
  const { restated, rows } = standingRows(flush);
  if (restated.length > 0) await takeOut(connection, restated);
  await appendRows(connection, 'standing', rows);
}

const fewEnough = 10;

// Numbers in the statement take half the time for one, and three times the time for 4,500; a list as a parameter half as much again as a text.
async function takeOut(connection: DuckDBConnection, aggregates: readonly number[]): Promise<void> {
  const list = aggregates.join(',');
  if (aggregates.length <= fewEnough) await connection.run(`DELETE FROM standing WHERE aggregate IN (${list})`);
  else await connection.run("DELETE FROM standing WHERE aggregate IN (SELECT unnest(string_split($list, ',')::INTEGER[]))", { list });
}

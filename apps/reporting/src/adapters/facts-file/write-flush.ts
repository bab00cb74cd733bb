import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { Bodies } from './bodies.ts';
import { appendRows } from './database.ts';

/** Writes a flush as one transaction: its rows, the names they use, and the positions after them. Rejects with nothing written. */
export async function writeFlush(connection: DuckDBConnection, bodies: Bodies, ledger: Ledger, flush: Flush): Promise<void> {
  await connection.run('BEGIN');
  await movePartitions(connection, flush);
  for (const [table, dictionary] of Object.entries(ledger.dictionaries)) {
    await appendRows(
      connection,
      table as keyof Ledger['dictionaries'],
      dictionary.takeAdded().map(({ id, name }) => [id, name]),
    );
  }
  for (const table of ['aggregates', 'events', 'statements', 'sides', 'waiting', 'parked'] as const)
    await appendRows(connection, table, flush[table]);
  for (const { id, lastVersion } of flush.released) {
    await connection.run(`DELETE FROM waiting WHERE aggregate = ${id} AND version <= ${lastVersion}`);
  }
  if (flush.bodies.length > 0) await bodies.append(connection, flush.bodies);
  await connection.run('COMMIT');
}

async function movePartitions(connection: DuckDBConnection, { partitions }: Flush): Promise<void> {
  const rows = [...partitions].map(({ id, topic, number, says, next }) => `(${id}, '${topic}', ${number}, '${says.agency}', ${next})`);
  await connection.run(`
    MERGE INTO partitions USING (VALUES ${rows.join(', ')}) moved(id, topic, number, agency, next) ON partitions.id = moved.id
    WHEN MATCHED THEN UPDATE SET next = moved.next WHEN NOT MATCHED THEN INSERT`);
}

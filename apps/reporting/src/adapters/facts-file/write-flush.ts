import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { Bodies } from './bodies.ts';
import { appendRows } from './database.ts';
import type { ParkedTexts } from './parked-texts.ts';
import { writeParked } from './write-parked.ts';

interface TextFiles {
  readonly bodies: Bodies;
  readonly parkedTexts: ParkedTexts;
}

/** Writes a flush as one transaction: its rows, the names they use, and the positions after them. Rejects with nothing written. */
export async function writeFlush(
  connection: DuckDBConnection,
  { bodies, parkedTexts }: TextFiles,
  ledger: Ledger,
  flush: Flush,
): Promise<void> {
  await connection.run('BEGIN');
  await movePartitions(connection, flush);
  for (const [table, dictionary] of Object.entries(ledger.dictionaries)) {
    await appendRows(
      connection,
      table as keyof Ledger['dictionaries'],
      dictionary.takeAdded().map(({ id, name }) => [id, name]),
    );
  }
  for (const table of ['aggregates', 'events', 'statements', 'sides', 'waiting'] as const)
    await appendRows(connection, table, flush[table]);
  if (flush.parked.length + flush.decisions.length > 0) await writeParked(connection, parkedTexts, ledger, flush);
  for (const { id, lastVersion } of flush.released) {
    await connection.run(`DELETE FROM waiting WHERE aggregate = ${id} AND version <= ${lastVersion}`);
  }
  if (flush.bodies.length > 0) await bodies.append(connection, flush.bodies);
  await connection.run('COMMIT');
}

async function movePartitions(connection: DuckDBConnection, { partitions }: Flush): Promise<void> {
  const rows = [...partitions].map(
    ({ id, topic, number, says, next, replays }) => `(${id}, '${topic}', ${number}, '${says.agency}', ${next}, ${replays})`,
  );
  await connection.run(`
    MERGE INTO partitions USING (VALUES ${rows.join(', ')}) moved(id, topic, number, agency, next, replays) ON partitions.id = moved.id
    WHEN MATCHED THEN UPDATE SET next = moved.next, replays = moved.replays WHEN NOT MATCHED THEN INSERT`);
}

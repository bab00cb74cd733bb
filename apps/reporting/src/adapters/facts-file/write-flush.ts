import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flush } from '../../intake/flush.ts';
import type { Ledger, PartitionState } from '../../intake/ledger.ts';
import type { Bodies } from './bodies.ts';
import { appendRows } from './database.ts';
import type { ParkedTexts } from './parked-texts.ts';
import { writeStanding } from './standing.ts';
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
  for (const table of ['aggregates', 'parts', 'events', 'statements', 'sides', 'measures', 'waiting'] as const)
    await appendRows(connection, table, flush[table]);
  await writeStanding(connection, flush);
  if (flush.parked.length + flush.decisions.length > 0) await writeParked(connection, parkedTexts, ledger, flush);
  for (const { id, lastVersion } of flush.released) {
    await connection.run(`DELETE FROM waiting WHERE aggregate = ${id} AND version <= ${lastVersion}`);
  }
  if (flush.bodies.length > 0) await bodies.append(connection, flush.bodies);
  await connection.run('COMMIT');
}

// One statement without a join: a MERGE of the same rows takes twice the time, and this is part of every flush.
async function movePartitions(connection: DuckDBConnection, { partitions }: Flush): Promise<void> {
  const moved = [...partitions];
  const newOf = (column: 'next' | 'replays') => `CASE id ${moved.map((each) => `WHEN ${each.id} THEN ${each[column]}`).join(' ')} END`;
  const ids = moved.map(({ id }) => id).join(', ');
  const { rowsChanged } = await connection.run(
    `UPDATE partitions SET next = ${newOf('next')}, replays = ${newOf('replays')} WHERE id IN (${ids})`,
  );
  if (rowsChanged < moved.length) await beginPartitions(connection, moved);
}

async function beginPartitions(connection: DuckDBConnection, partitions: readonly PartitionState[]): Promise<void> {
  const rows = partitions.map(
    ({ id, topic, number, says, next, replays }) => `(${id}, '${topic}', ${number}, '${says.agency}', ${next}, ${replays})`,
  );
  await connection.run(`
    INSERT INTO partitions FROM (VALUES ${rows.join(', ')}) begun(id, topic, number, agency, next, replays)
    WHERE id NOT IN (SELECT id FROM partitions)`);
}

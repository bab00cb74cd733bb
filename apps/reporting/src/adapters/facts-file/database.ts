import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { tables, type TableName, toColumn } from './tables.ts';

// Nothing is fetched from the network, the file alone decides. One thread and 128 MB are enough for a million events, and leave room
// for the rest of the process; a larger query spills to disk. Checkpoints are rare, because each rewrites what grew (paths.md).
const options = {
  threads: '1',
  memory_limit: '128MB',
  wal_autocheckpoint: '256MB',
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '1MB',
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** Opens or creates the database; rejects while another process has it open. */
export const openDatabase = (path: string): Promise<DuckDBInstance> => DuckDBInstance.create(path, options);

// DuckDB has no code for it: "Could not set lock on file …: Conflicting lock is held in … (PID …)".
export const isHeldElsewhere = (fault: unknown): boolean => String(fault).includes('Could not set lock on file');

/** The rows of a query, each an object of its columns. The caller names the row's shape, which its SQL decides. */
export async function readRows<Row>(
  connection: DuckDBConnection,
  sql: string,
  values: Readonly<Record<string, string | number | bigint>> = {},
): Promise<Row[]> {
  const result = await connection.runAndReadAll(sql, { ...values });
  return result.getRowObjectsJS() as Row[];
}

const chunkRows = 2048;

/** Appends rows to a table, in chunks of columns: row by row it takes ten times as long. */
export async function appendRows(connection: DuckDBConnection, table: TableName, rows: readonly (readonly unknown[])[]): Promise<void> {
  if (rows.length === 0) return;
  const types = Object.values(tables[table]);
  const appender = await connection.createAppender(table);
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(types);
    const part = rows.slice(start, start + chunkRows);
    chunk.setColumns(
      types.map((type, column) =>
        toColumn(
          part.map((row) => row[column]),
          type,
        ),
      ),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { Dictionary, type DictionaryEntry } from '../../intake/dictionary.ts';
import { addHole, addWaiting, type DictionaryName, Ledger, type PartitionState } from '../../intake/ledger.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import { readRows } from './database.ts';

/** The ledger as the file has it: built at the start, and again after a flush that could not be written. */
export async function loadLedger(connection: DuckDBConnection, read: MessageReader): Promise<Ledger> {
  const named = async (table: DictionaryName) => new Dictionary(await entries(connection, table));
  const [parties, regions, types, words] = [await named('parties'), await named('regions'), await named('types'), await named('words')];
  const ledger = new Ledger({ parties, regions, types, words });
  const partitions = await loadPartitions(connection, ledger);
  await loadAggregates(connection, ledger, partitions);
  await loadParts(connection, ledger);
  await loadParked(connection, ledger, partitions);
  await loadWaiting(connection, ledger, partitions, read);
  return ledger;
}

type Partitions = ReadonlyMap<number, PartitionState>;

function partitionOf(partitions: Partitions, id: number): PartitionState {
  const partition = partitions.get(id);
  if (!partition) throw new Error(`the facts file names partition ${id}, which it does not hold`);
  return partition;
}

const entries = (connection: DuckDBConnection, table: DictionaryName): Promise<DictionaryEntry[]> =>
  readRows(connection, `SELECT id, name FROM ${table} ORDER BY id`);

// Partitions and aggregates are numbered in the order in which they are added, so they are added in the order of their numbers.
async function loadPartitions(connection: DuckDBConnection, ledger: Ledger): Promise<Partitions> {
  const rows = await readRows<{ id: number; topic: string; number: number; next: bigint; replays: number }>(
    connection,
    'SELECT id, topic, number, next, replays FROM partitions ORDER BY id',
  );
  return new Map(
    rows.map(({ id, topic, number, next, replays }) => {
      const partition = ledger.partition(topic, number);
      partition.next = next;
      partition.replays = replays;
      return [id, partition];
    }),
  );
}

async function loadAggregates(connection: DuckDBConnection, ledger: Ledger, partitions: Partitions): Promise<void> {
  const rows = await readRows<{ partition: number; subject: string; lastVersion: number; events: bigint }>(
    connection,
    `SELECT aggregates.partition, subject, coalesce(max(version), 0) AS "lastVersion", count(version) AS events
    FROM aggregates LEFT JOIN events ON events.aggregate = aggregates.id GROUP BY aggregates.id, aggregates.partition, subject ORDER BY aggregates.id`,
  );
  for (const { partition, subject, lastVersion, events } of rows) {
    ledger.addAggregate(partitionOf(partitions, partition), subject, lastVersion);
    ledger.counts.events += Number(events);
  }
}

// Numbered from -1 down in the order in which they are added.
async function loadParts(connection: DuckDBConnection, ledger: Ledger): Promise<void> {
  const rows = await readRows<{ aggregate: number; name: string }>(connection, 'SELECT aggregate, name FROM parts ORDER BY id DESC');
  for (const { aggregate, name } of rows) ledger.addPart(aggregate, name);
}

async function loadParked(connection: DuckDBConnection, ledger: Ledger, partitions: Partitions): Promise<void> {
  const lines = await readRows<{ partition: number; key: string; parked: bigint }>(
    connection,
    `SELECT partition, key, count(*) FILTER (status = 'parked') AS parked FROM parked WHERE "inLine" GROUP BY ALL`,
  );
  for (const { partition, key, parked } of lines) {
    partitionOf(partitions, partition).parkedKeys.add(key);
    ledger.counts.parked += Number(parked);
  }
  const holes = await readRows<{ partition: number; key: string; hole: number }>(
    connection,
    'SELECT partition, key, hole FROM parked WHERE hole IS NOT NULL',
  );
  for (const { partition, key, hole } of holes) addHole(partitionOf(partitions, partition), key, hole);
  const [newest] = await readRows<{ no: number | null }>(connection, 'SELECT max(no) AS no FROM decisions');
  ledger.lastDecision = newest?.no ?? 0;
}

async function loadWaiting(connection: DuckDBConnection, ledger: Ledger, partitions: Partitions, read: MessageReader): Promise<void> {
  const rows = await readRows<{ partition: number; subject: string; offset: bigint; body: string }>(
    connection,
    'SELECT waiting.partition, subject, "offset", body FROM waiting JOIN aggregates ON aggregates.id = waiting.aggregate',
  );
  for (const { partition: id, subject, offset, body } of rows) {
    const partition = partitionOf(partitions, id);
    const key = subject.slice(subject.indexOf('/') + 1);
    const event = read(partition.says, { offset, key, value: Buffer.from(body) });
    if ('unreadable' in event)
      throw new Error(
        `the event at ${partition.topic}/${partition.number}/${offset} waits, but can no longer be read: ${event.unreadable} (${event.detail})`,
      );
    const aggregate = ledger.findAggregate(partition, subject);
    if (aggregate) addWaiting(ledger, aggregate, { event, offset });
  }
}

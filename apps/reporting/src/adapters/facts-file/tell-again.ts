import type { DuckDBConnection } from '@duckdb/node-api';
import type { MeasureRow } from '../../intake/flush.ts';
import type { DictionaryName, Ledger } from '../../intake/ledger.ts';
import { measureRows } from '../../intake/measure-rows.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { EventPlace } from '../../metrics/figure-sql.ts';
import { parseTopic } from '../../watermark/topic.ts';
import type { Bodies } from './bodies.ts';
import { appendRows, readRows } from './database.ts';
import { loadLedger } from './load-ledger.ts';
import { createTable } from './tables.ts';

const eventsPerPage = 5000;

/** An event of the file, with what is needed to read its text again. */
interface KeptEvent extends EventPlace {
  readonly aggregate: number;
  readonly version: number;
  readonly id: number;
  readonly since: bigint;
  readonly subject: string;
}

/** Whether the file holds events and was begun by a release that did not keep what they tell. */
export async function isUntold(connection: DuckDBConnection): Promise<boolean> {
  const names = await readRows<{ name: string }>(
    connection,
    "SELECT table_name AS name FROM duckdb_tables() WHERE table_name IN ('events', 'measures')",
  );
  return names.length === 1 && names[0]?.name === 'events';
}

/** Lets every event of such a file tell again, by its text, what it would have told: as known since the same step. All of it or nothing. */
export async function tellAgain(connection: DuckDBConnection, bodies: Bodies, read: MessageReader): Promise<void> {
  await connection.run('BEGIN');
  await connection.run(createTable('measures'));
  const ledger = await loadLedger(connection, read);
  for (let page = await eventsAfter(connection, undefined); page.length > 0; page = await eventsAfter(connection, page.at(-1))) {
    const texts = new Map((await bodies.read(connection, page)).map(({ place, body }) => [placeName(place), body]));
    await appendRows(
      connection,
      'measures',
      page.flatMap((event) => rowsOf(ledger, read, event, texts.get(placeName(event)))),
    );
  }
  for (const table of Object.keys(ledger.dictionaries) as DictionaryName[])
    await appendRows(
      connection,
      table,
      ledger.dictionaries[table].takeAdded().map(({ id, name }) => [id, name]),
    );
  await connection.run('COMMIT');
}

const placeName = ({ topic, partition, offset }: EventPlace): string => `${topic}/${partition}/${offset}`;

const eventsAfter = (connection: DuckDBConnection, last: KeptEvent | undefined): Promise<KeptEvent[]> =>
  readRows(
    connection,
    `SELECT aggregate, version, partitions.id, topic, number AS partition, "offset", since, subject
    FROM events JOIN partitions ON partitions.id = events.partition JOIN aggregates ON aggregates.id = events.aggregate
    ${last ? `WHERE (partitions.id, "offset") > (${last.id}, ${last.offset})` : ''} ORDER BY partitions.id, "offset" LIMIT ${eventsPerPage}`,
  );

function rowsOf(ledger: Ledger, read: MessageReader, event: KeptEvent, body: string | undefined): MeasureRow[] {
  const { aggregate, version, id, offset, since, topic, subject } = event;
  if (body === undefined) throw new Error(`the event at ${placeName(event)} has lost its text, and what it tells cannot be counted`);
  const message = { offset, key: subject.slice(subject.indexOf('/') + 1), value: Buffer.from(body) };
  const told = read(parseTopic(topic), message);
  if ('unreadable' in told)
    throw new Error(`the event at ${placeName(event)} was applied, but can no longer be read: ${told.unreadable} (${told.detail})`);
  return told.tells ? measureRows(ledger, { aggregate, version, partition: id, since }, told.tells) : [];
}

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Instant } from '@xietong/domain';
import {
  type InspectedMessage,
  type ParkedLine,
  type ParkedMessage,
  parkedIdOf,
  type ParkedQuestion,
  type ParkedTally,
  type ParkingDecision,
} from '@xietong/runtime';
import type { ParkedCode, ParkedEntry } from '../../intake/parked.ts';
import { readRows } from '../facts-file/database.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { findEntry } from './parked-entries.ts';

/** The one consumer of reporting. */
export const consumer = 'facts';

/** A place in the topics, which tells one parked message from another. */
export interface TopicPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

export const idOf = ({ topic, partition, offset }: TopicPlace): string =>
  parkedIdOf({ consumer, topic, partition, offset: Number(offset) });

export function placeOf(id: string): TopicPlace | undefined {
  const [, topic, partition, offset] = new RegExp(`^${consumer}~([^~]+)~(\\d{1,9})~(\\d{1,18})$`).exec(id) ?? [];
  if (topic === undefined || partition === undefined || offset === undefined) return undefined;
  return { topic, partition: Number(partition), offset: BigInt(offset) };
}

interface Row {
  readonly topic: string;
  readonly number: number;
  readonly offset: bigint;
  readonly key: string;
  readonly reason: ParkedCode;
  readonly detail: string;
  readonly status: ParkedEntry['status'];
  readonly parkedAt: Instant;
}

const columns = 'topic, number, "offset", key, reason, detail, status, "parkedAt"';
const rows = 'parked JOIN partitions ON partitions.id = parked.partition';

/** A page of what is parked, the newest last and what was parked together in the order of its topic, without any text. */
export async function listMessages(connection: DuckDBConnection, question: ParkedQuestion): Promise<ParkedMessage[]> {
  const { agency, key, reason, status, after, limit } = question;
  const place = after && placeOf(after.id);
  if ((after && !place) || (question.consumer !== undefined && question.consumer !== consumer)) return [];
  const conditions = [
    'status = $status',
    'agency = $agency',
    ...(key === undefined ? [] : ['key = $key']),
    ...(reason === undefined ? [] : ['reason = $reason']),
    ...(place ? ['("parkedAt", topic, number, "offset") > ($parkedAt, $topic, $partition, $offset)'] : []),
  ];
  const found = await readRows<Row>(
    connection,
    `SELECT ${columns} FROM ${rows} WHERE ${conditions.join(' AND ')} ORDER BY "parkedAt", topic, number, "offset" LIMIT ${limit}`,
    {
      status,
      agency,
      ...(key !== undefined && { key }),
      ...(reason !== undefined && { reason }),
      ...(after && { parkedAt: after.parkedAt, ...place }),
    },
  );
  return found.map(toMessage);
}

/** A parked message with its text and all that was decided about it, replays of its line included. */
export async function findMessage(file: FactsFile, id: string): Promise<InspectedMessage | undefined> {
  const place = placeOf(id);
  const entry = place && (await findEntry(file, place));
  if (!entry) return undefined;
  const { topic, partition, offset } = place;
  const { key, reason, detail, status, parkedAt, body, mended, settledBy } = entry;
  const decisions = await file.read((connection) =>
    readRows<ParkingDecision>(
      connection,
      `SELECT act, "by", "at", decisions.reason FROM decisions JOIN partitions ON partitions.id = decisions.partition
      WHERE topic = $topic AND number = $partition AND key = $key AND no <= $last
        AND ("offset" = $offset AND act <> 'replay' OR act = 'replay' AND "offset" >= $offset) ORDER BY no`,
      { topic, partition, key, offset, last: settledBy ?? 2 ** 31 - 1 },
    ),
  );
  const message = toMessage({ topic, number: partition, offset, key, reason, detail, status, parkedAt });
  return { ...message, text: Buffer.from(body).toString('utf8'), ...(mended !== null && { mended }), decisions };
}

/** A key's line in each partition of its topic in which anything of it was ever parked; hardly ever more than one. */
export const linesOf = (
  connection: DuckDBConnection,
  { topic, key }: Omit<ParkedLine, 'consumer'>,
): Promise<(Omit<TopicPlace, 'offset'> & { readonly key: string })[]> =>
  readRows(connection, `SELECT DISTINCT topic, number AS partition, key FROM ${rows} WHERE topic = $topic AND key = $key ORDER BY ALL`, {
    topic,
    key,
  });

/** How many messages are parked in the line of a key. */
export async function countLine(
  connection: DuckDBConnection,
  { topic, partition, key }: Omit<TopicPlace, 'offset'> & { readonly key: string },
): Promise<number> {
  const [line] = await readRows<{ parked: bigint }>(
    connection,
    `SELECT count(*) AS parked FROM ${rows} WHERE topic = $topic AND number = $partition AND key = $key AND status = 'parked'`,
    { topic, partition, key },
  );
  return Number(line?.parked);
}

/** How many messages are parked, by agency and reason. */
export async function tallyParked(connection: DuckDBConnection): Promise<ParkedTally[]> {
  const found = await readRows<Omit<ParkedTally, 'consumer' | 'messages'> & { readonly messages: bigint }>(
    connection,
    `SELECT agency, reason, count(*) AS messages FROM ${rows} WHERE status = 'parked' GROUP BY ALL ORDER BY min("offset")`,
  );
  return found.map(({ agency, reason, messages }) => ({ consumer, agency, reason, messages: Number(messages) }));
}

function toMessage({ topic, number: partition, offset, key, reason, detail, status, parkedAt }: Row): ParkedMessage {
  const place = { consumer, topic, partition, offset: Number(offset) };
  return { ...place, id: parkedIdOf(place), key, reason: { code: reason, detail }, status, parkedAt };
}

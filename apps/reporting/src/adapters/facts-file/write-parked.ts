import type { DuckDBConnection } from '@duckdb/node-api';
import type { Instant } from '@xietong/domain';
import type { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { ArrivedEntry, ParkedEntry, TakenDecision } from '../../intake/parked.ts';
import { now } from '../clock.ts';
import { appendRows } from './database.ts';
import type { ParkedTexts, TextPlace } from './parked-texts.ts';

/** Part of a flush's transaction: what was parked, and what was decided. Texts are on disk before the rows that name them. */
export async function writeParked(connection: DuckDBConnection, texts: ParkedTexts, ledger: Ledger, flush: Flush): Promise<void> {
  const parkedAt = now();
  const places = await texts.append(flush.parked.map(({ body }) => body));
  const arrived = flush.parked.map((entry, n) => toParkedRow(entry, placeAt(places, n), parkedAt));
  await appendRows(connection, 'parked', arrived);
  const { applied = [], others = [] } = Object.groupBy(flush.decided, ({ status }) => (status === 'applied' ? 'applied' : 'others'));
  await settleApplied(connection, applied);
  for (const entry of others) await changeParked(connection, entry);
  for (const decision of flush.decisions) await writeDecision(connection, texts, ledger, decision);
}

const toParkedRow = (entry: ArrivedEntry, { at, bytes }: TextPlace, parkedAt: Instant): unknown[] => [
  entry.partition,
  entry.offset,
  entry.key,
  entry.reason,
  entry.detail,
  BigInt(at),
  bytes,
  parkedAt,
  entry.status,
  entry.inLine,
  null,
  null,
  entry.hole,
  entry.settledBy,
];

// All at once: a statement for each would hold up the other keys for a millisecond a message.
async function settleApplied(connection: DuckDBConnection, entries: readonly ParkedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ partition, offset, settledBy }) => `(${partition}, ${offset}, ${settledBy})`);
  await connection.run(`
    UPDATE parked SET status = 'applied', "inLine" = false, "settledBy" = told.decision
    FROM (VALUES ${rows.join(', ')}) told(partition, place, decision)
    WHERE parked.partition = told.partition AND parked."offset" = told.place`);
}

async function changeParked(connection: DuckDBConnection, entry: ParkedEntry): Promise<void> {
  const { partition, offset, reason, detail, status, inLine, hole, settledBy } = entry;
  await connection.run(
    `UPDATE parked SET reason = $reason, detail = $detail, status = $status, "inLine" = $inLine, hole = $hole, "settledBy" = $settledBy
    WHERE partition = $partition AND "offset" = $offset`,
    { partition, offset, reason, detail, status, inLine, hole, settledBy },
  );
}

async function writeDecision(connection: DuckDBConnection, texts: ParkedTexts, ledger: Ledger, decision: TakenDecision): Promise<void> {
  const { no, position, act, key, offset, text, by, at, reason } = decision;
  const { id: partition } = ledger.partition(decision.topic, decision.partition);
  const [place] = await texts.append(text === null ? [] : [Buffer.from(text)]);
  const textAt = place ? BigInt(place.at) : null;
  const textBytes = place?.bytes ?? null;
  await appendRows(connection, 'decisions', [[no, partition, position, act, key, offset, textAt, textBytes, by, at, reason]]);
  if (place)
    await connection.run(
      'UPDATE parked SET "mendedAt" = $textAt, "mendedBytes" = $textBytes WHERE partition = $partition AND "offset" = $offset',
      { textAt, textBytes, partition, offset },
    );
}

function placeAt(places: readonly TextPlace[], n: number): TextPlace {
  const place = places[n];
  if (!place) throw new Error('a parked text was not written');
  return place;
}

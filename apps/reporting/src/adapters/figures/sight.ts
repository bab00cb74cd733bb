import type { DuckDBConnection } from '@duckdb/node-api';
import { type Actor, refuse, type Refusal } from '@xietong/kernel';
import type { Sight, Source } from '../../metrics/side-source.ts';
import { fromWatermark, toWatermark } from '../../watermark/watermark.ts';
import { readRows } from '../facts-file/database.ts';

/** What an actor sees of the facts: his agency's partitions up to a watermark. */
export interface ActorSight extends Sight {
  readonly watermark: string;
}

/** What stands now answers a sight that reaches as far as has been read. Both have to be read in one view of the file. */
export async function sourceFor(connection: DuckDBConnection, { partitions }: Sight): Promise<Source> {
  const read = await readRows<{ id: number; next: bigint }>(connection, 'SELECT id, next + replays AS next FROM partitions');
  const reached = new Map(read.map(({ id, next }) => [id, next]));
  return partitions.every(({ id, next }) => next >= (reached.get(id) ?? 0n)) ? 'standing' : 'history';
}

/**
 * The only door to the facts. An actor sees what his own agency published, up to the watermark that he names or as far as it has been
 * read; nobody without an agency sees anything (decision 0004).
 */
export async function sightOf(
  connection: DuckDBConnection,
  { agency }: Actor,
  at: string | undefined,
): Promise<ActorSight | Refusal<'agency-needed' | 'watermark-unknown'>> {
  if (agency === undefined) return refuse('agency-needed');
  const read = await readRows<{ id: number; topic: string; partition: number; offset: bigint }>(
    connection,
    'SELECT id, topic, number AS partition, next + replays AS "offset" FROM partitions WHERE agency = $agency ORDER BY id',
    { agency },
  );
  if (at === undefined) return { watermark: toWatermark(read), partitions: read.map(({ id, offset }) => ({ id, next: offset })) };

  const partitions: { id: number; next: bigint }[] = [];
  for (const { topic, partition: number, offset } of fromWatermark(at)) {
    // A partition that has had no message holds its place in a watermark, and is not in the table yet.
    if (offset === 0n) continue;
    const partition = read.find((one) => one.topic === topic && one.partition === number);
    // Another agency's topic is as unknown as one that does not exist.
    if (partition === undefined || offset > partition.offset) return refuse('watermark-unknown', { at }, 'at');
    partitions.push({ id: partition.id, next: offset });
  }
  return { watermark: at, partitions };
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { type Sight, sightSql } from '../../metrics/side-source.ts';
import { readRows } from '../facts-file/database.ts';

/** How many events and facts are in sight, and a hash over all of them that does not depend on their order or numbering. */
export interface Fingerprint {
  readonly events: number;
  readonly facts: number;
  readonly text: string;
}

/** Reads the fingerprint; every name is spelled out, because two files may number them differently. */
export async function readFingerprint(connection: DuckDBConnection, sight: Sight): Promise<Fingerprint> {
  const [print] = await readRows<{ events: bigint; eventHash: bigint | null; facts: bigint; factHash: bigint | null }>(
    connection,
    `WITH ${sightSql(sight)},
    event AS (
      SELECT hash(topic, number, subject, version, "offset", since, types.name, events.hash) AS hash
      FROM events JOIN sight USING (partition) JOIN partitions ON partitions.id = partition
      JOIN aggregates ON aggregates.id = aggregate JOIN types ON types.id = type WHERE since < sight.next
    ),
    fact AS (
      SELECT hash(topic, subject, parts.name, statements.version, kind, date, no, parties.name, given.name, county.name, prefecture.name, province.name, role, amount, currency) AS hash
      FROM statements JOIN sight USING (partition) JOIN partitions ON partitions.id = statements.partition
      LEFT JOIN parts ON parts.id = statements.aggregate
      JOIN aggregates ON aggregates.id = coalesce(parts.aggregate, statements.aggregate)
      JOIN sides ON sides.aggregate = statements.aggregate AND sides.version = statements.version JOIN parties ON parties.id = party
      LEFT JOIN regions given ON given.id = sides.region LEFT JOIN regions county ON county.id = sides.county
      LEFT JOIN regions prefecture ON prefecture.id = sides.prefecture LEFT JOIN regions province ON province.id = sides.province
      WHERE since < sight.next
    )
    SELECT events, "eventHash", facts, "factHash" FROM
      (SELECT count(*) AS events, bit_xor(hash) AS "eventHash" FROM event),
      (SELECT count(*) AS facts, bit_xor(hash) AS "factHash" FROM fact)`,
  );
  if (!print) throw new Error('the facts file does not count its events');
  const { events, eventHash, facts, factHash } = print;
  return {
    events: Number(events),
    facts: Number(facts),
    text: `${events} events (${eventHash ?? 0n}) with ${facts} facts (${factHash ?? 0n})`,
  };
}

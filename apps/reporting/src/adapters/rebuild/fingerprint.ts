import type { DuckDBConnection } from '@duckdb/node-api';
import { RegionLevel } from '@xietong/domain';
import { type Sight, sightSql } from '../../metrics/side-source.ts';
import { readRows } from '../facts-file/database.ts';

/** How many events, facts and measurements are in sight, and a hash over all of them that does not depend on their order or numbering. */
export interface Fingerprint {
  readonly events: number;
  readonly facts: number;
  readonly text: string;
}

/** Reads the fingerprint; every name is spelled out, because two files may number them differently. */
export async function readFingerprint(connection: DuckDBConnection, sight: Sight): Promise<Fingerprint> {
  const [print] = await readRows<
    Record<'events' | 'facts' | 'measures', bigint> & Record<'eventHash' | 'factHash' | 'measureHash', bigint | null>
  >(
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
    ),
    measurement AS (
      SELECT hash(topic, subject, version, since, measure.name, part.name, date, state.name, field.name, quantity, currency.name, given.name, county.name, prefecture.name, province.name) AS hash
      FROM measures JOIN sight USING (partition) JOIN partitions ON partitions.id = measures.partition JOIN aggregates ON aggregates.id = aggregate
      ${['measure', 'part', 'state', 'field', 'currency'].map((word) => `LEFT JOIN words ${word} ON ${word}.id = measures.${word}`).join(' ')}
      LEFT JOIN regions given ON given.id = measures.region
      ${RegionLevel.options.map((level) => `LEFT JOIN regions ${level} ON ${level}.id = measures.${level}`).join(' ')}
      WHERE since < sight.next
    )
    SELECT events, "eventHash", facts, "factHash", measures, "measureHash" FROM
      (SELECT count(*) AS events, bit_xor(hash) AS "eventHash" FROM event),
      (SELECT count(*) AS facts, bit_xor(hash) AS "factHash" FROM fact),
      (SELECT count(*) AS measures, bit_xor(hash) AS "measureHash" FROM measurement)`,
  );
  if (!print) throw new Error('the facts file does not count its events');
  const { events, eventHash, facts, factHash, measures, measureHash } = print;
  return {
    events: Number(events),
    facts: Number(facts),
    text: `${events} events (${eventHash ?? 0n}) with ${facts} facts (${factHash ?? 0n}) and ${measures} measurements (${measureHash ?? 0n})`,
  };
}

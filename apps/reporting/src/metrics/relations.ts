import type { RegionLevel } from '@xietong/domain';
import { firstIn, type Source } from './side-source.ts';

/** The region of a participation that has none, or none at the level asked for. */
export const unknownRegion = 'unknown';

/** The columns that tell the rows of a relation apart, within a level. */
export const rowKeys = {
  participation: ['aggregate', 'no'],
  crossing: ['aggregate'],
  crossing_participation: ['aggregate', 'no'],
  project_pair: ['aggregate', 'a', 'b'],
  project_pair_either_way: ['aggregate', 'a', 'b'],
  pair: ['aggregate', 'no', 'a', 'b'],
  pair_either_way: ['aggregate', 'no', 'a', 'b'],
  flow: ['aggregate', 'no', 'from'],
  measurement: ['aggregate', 'part'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CountedRelation = keyof typeof rowKeys;

/**
 * What metrics count, as common table expressions over `side`, the sides of the newest visible statements. Regions are the numbers of
 * the table `regions`, 0 for an unknown one: their names would double the time of a figure. A participation stands once for each level. A
 * statement without sides withdraws its collaboration: it has no participation and counts nowhere.
 */
export function relations(levels: readonly RegionLevel[], source: Source, inYears: string): string {
  // Of one level all rows have the same, and comparing it would only take time.
  const same = levels.length === 1 ? 'aggregate' : 'aggregate, level';
  const standing = source === 'standing';
  const atLevel = (level: RegionLevel) =>
    `SELECT aggregate, year, no, party, leads, amount, currency, country, '${level}' AS level, ${level} AS region${standing ? `, ${firstIn(level)} AS first` : ''} FROM side ${inYears}`;
  const projectPairs = (order: '<' | '<>') => `
  SELECT one.aggregate, one.level, one.year, one.region AS a, other.region AS b
  FROM place one JOIN place other USING (${same}) WHERE one.region ${order} other.region`;
  return `
participation AS (${levels.map(atLevel).join(' UNION ALL ')}),
located AS (FROM participation WHERE region <> 0),
place AS (SELECT ${standing ? '' : 'DISTINCT'} aggregate, level, year, region FROM located ${standing ? 'WHERE first' : ''}),
crossing AS (
  SELECT aggregate, min(level) AS level, min(year) AS year FROM participation GROUP BY ${same}
  HAVING min(nullif(region, 0)) <> max(nullif(region, 0)) OR min(nullif(country, 0)) <> max(nullif(country, 0))
),
crossing_participation AS (FROM participation SEMI JOIN crossing USING (${same})),
project_pair AS (${projectPairs('<')}),
project_pair_either_way AS (${projectPairs('<>')}),
pair AS (
  SELECT located.*, other.region AS partner, least(located.region, other.region) AS a, greatest(located.region, other.region) AS b
  FROM located JOIN place other USING (${same})
  WHERE other.region <> located.region
),
pair_either_way AS (FROM pair UNION ALL SELECT * REPLACE (b AS a, a AS b) FROM pair),
flow AS (
  SELECT located.*, lead.region AS "from", located.region AS "to"
  FROM located JOIN (SELECT DISTINCT ${same}, region FROM located WHERE leads) lead USING (${same})
  WHERE lead.region <> located.region
)`;
}

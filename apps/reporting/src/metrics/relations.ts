import type { RegionLevel } from '@xietong/domain';

/** The region of a participation that has none, or none at the level asked for. */
export const unknownRegion = 'unknown';

/**
 * What metrics count, as common table expressions over `project`, the newest visible statement of each project. Regions are the numbers of
 * the table `regions`, 0 for an unknown one: their names would double the time of a figure. A participation stands once for each level. A
 * statement without sides withdraws its collaboration: it has no participation and counts nowhere.
 */
export function relations(levels: readonly RegionLevel[]): string {
  // Of one level all rows have the same, and comparing it would only take time.
  const same = levels.length === 1 ? 'aggregate' : 'aggregate, level';
  const atLevel = (level: RegionLevel) =>
    `SELECT aggregate, year, no, party, role, amount, currency, country, '${level}' AS level, coalesce(${level}, 0) AS region FROM side`;
  const projectPairs = (order: '<' | '<>') => `
  SELECT one.aggregate, one.level, one.year, one.region AS a, other.region AS b
  FROM located one JOIN located other USING (${same}) WHERE one.region ${order} other.region`;
  return `
side AS (SELECT sides.*, year FROM project JOIN sides USING (aggregate, version)),
participation AS (${levels.map(atLevel).join(' UNION ALL ')}),
located AS (FROM participation WHERE region <> 0),
crossing AS (
  SELECT ${same} FROM participation GROUP BY ALL
  HAVING min(nullif(region, 0)) <> max(nullif(region, 0)) OR min(country) <> max(country)
),
crossing_participation AS (SELECT participation.* FROM participation JOIN crossing USING (${same})),
project_pair AS (${projectPairs('<')}),
project_pair_either_way AS (${projectPairs('<>')}),
pair AS (
  SELECT located.*, other.region AS partner, least(located.region, other.region) AS a, greatest(located.region, other.region) AS b
  FROM located JOIN (SELECT DISTINCT ${same}, region FROM located) other USING (${same})
  WHERE other.region <> located.region
),
pair_either_way AS (FROM pair UNION ALL SELECT * REPLACE (b AS a, a AS b) FROM pair),
flow AS (
  SELECT located.*, lead.region AS "from", located.region AS "to"
  FROM located JOIN located lead USING (${same})
  WHERE lead.role = 'lead' AND lead.region <> located.region
)`;
}

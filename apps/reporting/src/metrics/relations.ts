/** The region of a participation that has none, or none at the level asked for. */
export const unknownRegion = 'unknown';

/**
 * What metrics count, as common table expressions over `project` (the newest visible statement of each project) and `level` (the levels
 * asked for). A statement without sides withdraws its collaboration: it has no participation and counts nowhere.
 */
export const relations = `
participation AS (
  SELECT aggregate, year, level, no, party, role, amount, currency, country, coalesce(regions.name, '${unknownRegion}') AS region
  FROM project JOIN sides USING (aggregate, version) CROSS JOIN level
  LEFT JOIN regions ON regions.id = CASE level WHEN 'county' THEN county WHEN 'prefecture' THEN prefecture ELSE province END
),
located AS (SELECT * FROM participation WHERE region <> '${unknownRegion}'),
crossing AS (
  SELECT aggregate, level FROM participation GROUP BY ALL
  HAVING min(nullif(region, '${unknownRegion}')) <> max(nullif(region, '${unknownRegion}')) OR min(country) <> max(country)
),
crossing_participation AS (SELECT participation.* FROM participation JOIN crossing USING (aggregate, level)),
pair AS (
  SELECT located.*, other.region AS partner, least(located.region, other.region) AS a, greatest(located.region, other.region) AS b
  FROM located JOIN (SELECT DISTINCT aggregate, level, region FROM located) other USING (aggregate, level)
  WHERE other.region <> located.region
),
pair_either_way AS (FROM pair UNION ALL SELECT * REPLACE (b AS a, a AS b) FROM pair),
flow AS (
  SELECT located.*, lead.region AS "from", located.region AS "to"
  FROM located JOIN located lead USING (aggregate, level)
  WHERE lead.role = 'lead' AND lead.region <> located.region
)`;

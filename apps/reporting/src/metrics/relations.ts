/** The region of a participation that has none, or none at the level asked for. */
export const unknownRegion = 'unknown';

/**
 * What metrics count, as common table expressions over `project` (the newest visible statement of each project) and `level` (the levels
 * asked for). The names of regions are a list, of which each side takes its own by number: joined as a table, DuckDB multiplied all sides
 * by all regions before it looked which belong together, three times the time. A statement without sides withdraws its collaboration: it has no participation and counts nowhere.
 */
export const relations = `
region_names AS (SELECT list(name ORDER BY id) AS names FROM regions),
participation AS (
  SELECT aggregate, year, level, no, party, role, amount, currency, country,
    coalesce(names[CASE level WHEN 'county' THEN county WHEN 'prefecture' THEN prefecture ELSE province END], '${unknownRegion}') AS region
  FROM project JOIN sides USING (aggregate, version) CROSS JOIN level CROSS JOIN region_names
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

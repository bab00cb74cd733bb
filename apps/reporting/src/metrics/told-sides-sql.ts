import { inState, newestMeasurements } from './measurement-sql.ts';
import type { ToldSides } from './metric.ts';
import type { Sight } from './side-source.ts';

/**
 * The relation `side` of what events tell, with the columns that `relations` asks of it; `teller` and `version` name the event that told
 * the side. It is the history that is asked, as for all measurements.
 */
export function toldSides(sides: ToldSides, isAsOf: boolean, sight: Sight): string {
  const others = sides.kind === 'stock' ? [sides.endedBy, sides.whose.measure] : [];
  const places = sides.kind === 'stock' ? [sides.begunBy] : [];
  return `${newestMeasurements([sides.measure, ...others], places, isAsOf, sight)},
country AS (SELECT id AS region, min(id) OVER (PARTITION BY split_part(name, '-', 1)) AS country FROM regions),
side AS (
  SELECT ${sides.kind === 'stock' ? 'told.aggregate' : 'dense_rank() OVER (ORDER BY told.aggregate, told.version)'} AS aggregate,
    told.aggregate AS teller, told.version, year(${sides.kind === 'stock' ? 'begun' : 'told'}.date)::SMALLINT AS year,
    told.part AS no, told.part AS party, false AS leads, told.quantity AS amount, currency.name AS currency,
    coalesce(country, 0) AS country, told.county, told.prefecture, told.province
  FROM newest told LEFT JOIN words currency ON currency.id = told.currency LEFT JOIN country ON country.region = told.region
  ${sides.kind === 'stock' ? standing(sides) : ''}
  WHERE told.name = '${sides.measure}' ${sides.kind === 'stock' ? `AND ended.version IS NULL AND told.aggregate IN (${inState(sides.whose)})` : ''}
)`;
}

const standing = ({ begunBy, endedBy }: Extract<ToldSides, { kind: 'stock' }>): string => `
  JOIN newest begun ON begun.aggregate = told.aggregate AND begun.name = '${begunBy}'
  LEFT JOIN newest ended ON ended.aggregate = told.aggregate AND ended.part = told.part AND ended.name = '${endedBy}' AND ended.version > told.version`;

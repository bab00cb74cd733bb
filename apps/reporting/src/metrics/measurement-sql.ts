import type { RegionLevel } from '@xietong/domain';
import type { Measured } from './metric.ts';
import { type Sight, sightSql } from './side-source.ts';
import { unknownRegion } from './relations.ts';

/** What of a question decides which measurements there are to count. */
export interface Look {
  readonly of: Measured;
  readonly levels: readonly RegionLevel[];
  readonly inYears: string;
  readonly isAsOf: boolean;
  readonly isWithin: boolean;
}

/**
 * The relation `measurement`, of the newest measurements in sight that a metric is about, each once a level. It is the history that is asked,
 * whether for now or for an earlier watermark: measurements are few beside the sides of collaborations.
 */
export function measurementsFrom({ of, levels, inYears, isAsOf, isWithin }: Look, sight: Sight): string {
  const { measure, placedBy, fieldBy, stateBy, whose } = of;
  const others = [...(stateBy ? [stateBy] : []), ...(whose ? [whose.measure] : [])];
  return `${newestMeasurements([measure, ...others], [placedBy, fieldBy], isAsOf, sight)},
dated AS (
  SELECT told.aggregate, told.version, told.part, year(${of.kind === 'stock' ? 'coalesce(place.date, told.date)' : 'told.date'})::SMALLINT AS year,
    ${of.bands ? bandOf(of.bands) : 'state.name'} AS state, coalesce(field.name, '${unknownField}') AS field, told.quantity AS amount,
    currency.name AS currency, ${isWithin ? within : 'false'} AS within, place.county, place.prefecture, place.province
  FROM newest told LEFT JOIN newest place ON place.aggregate = told.aggregate AND place.name = '${placedBy}'
  LEFT JOIN newest sorted ON sorted.aggregate = told.aggregate AND sorted.name = '${fieldBy}'
  ${stateBy ? `LEFT JOIN newest standing ON standing.aggregate = told.aggregate AND standing.part = told.part AND standing.name = '${stateBy}'` : ''}
  LEFT JOIN words state ON state.id = ${stateBy ? 'standing' : 'told'}.state LEFT JOIN words field ON field.id = sorted.field
  LEFT JOIN words currency ON currency.id = told.currency LEFT JOIN regions given ON given.id = place.region
  WHERE told.name = '${measure}' ${whose ? `AND told.aggregate IN (${inState(whose)})` : ''}
),
measurement AS (${levels
    .map((level) => `SELECT *, '${level}' AS level, coalesce(${level}, 0) AS region FROM dated ${inYears}`)
    .join(' UNION ALL ')})`;
}

/** The relation `newest`: of these measures the newest in sight, each part for itself, up to the day asked for. The day does not hold for places. */
export function newestMeasurements(measures: readonly string[], places: readonly string[], isAsOf: boolean, sight: Sight): string {
  const upToDay = isAsOf ? `AND (name IN (${listed(places)}) OR date <= $asOf::DATE)` : '';
  return `${sightSql(sight)},
known AS (
  SELECT measures.*, name FROM measures JOIN sight USING (partition) JOIN words ON words.id = measure
  WHERE since < next AND name IN (${listed([...new Set([...measures, ...places])])}) ${upToDay}
),
newest AS (FROM known SEMI JOIN (SELECT aggregate, measure, part, max(version) AS version FROM known GROUP BY ALL) USING (aggregate, measure, part, version))`;
}

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The aggregates of which the newest measurement of a measure is in a state, as a query over `newest`. */
export const inState = ({ measure, state }: NonNullable<Measured['whose']>): string =>
  `SELECT aggregate FROM newest JOIN words reached ON reached.id = newest.state WHERE newest.name = '${measure}' AND reached.name = '${state}'`;

/** The field of an aggregate that has none. */
export const unknownField = unknownRegion;

// By the region itself, the regions that it belongs to, and its country.
const within = `coalesce(list_has_any(string_split($within, ','),
  [given.name, split_part(given.name, '-', 1), ${['county', 'prefecture', 'province'].map((level) => `(SELECT name FROM regions WHERE id = place.${level})`).join(', ')}]), false)`;

const bandOf = (bands: NonNullable<Measured['bands']>): string =>
  `CASE ${bands.map(({ state, upTo }) => (upTo === undefined ? `ELSE '${state}'` : `WHEN told.quantity <= ${upTo} THEN '${state}'`)).join(' ')} END`;

import { RegionLevel } from '@xietong/domain';
import { measurementsFrom } from './measurement-sql.ts';
import { type Dimension, type Filter, isAdditive, needsAmount, type Value } from './metric.ts';
import type { Question } from './question.ts';
import { type CountedRelation, relations, rowKeys, unknownRegion } from './relations.ts';
import { toldSides } from './told-sides-sql.ts';
import { sidesFrom, type Sight, type Source } from './side-source.ts';

/** A query with its named parameters. */
export interface Sql {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number | bigint>>;
}

/** The rows of a figure: its dimensions, `currency` where it counts money, and `value`. */
export function figureSql(question: Question, sight: Sight, source: Source): Sql {
  const { metric, by } = question;
  const currency = metric.unit === 'money' ? ['currency'] : [];
  const groups = [...by.map(quoted), ...currency].join(', ');
  const shown = [...by.map((dimension) => shownAs(question, dimension)), ...currency, 'value'].join(', ');
  return {
    text: `${base(question, sight, source)},
counted AS (
  SELECT ${[...by.map(quoted), ...currency, `${valueSql(metric.value)} AS value`].join(', ')} FROM ${thingsOf(question, groups)}
  ${groups ? `GROUP BY ${groups}` : isAdditive(metric) ? '' : 'HAVING count(*) > 0'}
)
SELECT ${shown} FROM counted ${by.filter(isRegional).map(joinedName).join(' ')} ${groups && `ORDER BY ${groups}`}`,
    values: values(question),
  };
}

/** A share is in whole hundredths of a percent, and the median is one of the values, so that every value is a whole number. */
function valueSql(value: Value): string {
  switch (value) {
    case 'count':
      return 'count(*)';
    case 'sum':
      return 'sum(amount)';
    case 'median':
      return 'quantile_disc(amount, 0.5)';
    default: {
      const part = value.shareOf === 'within' ? 'within' : `state = '${value.shareOf.state}'`;
      return `round(10000 * count(*) FILTER (WHERE ${part}) / count(*))::BIGINT`;
    }
  }
}

/** What is counted, each thing once in a row of the answer. */
function thingsOf(question: Question, groups: string): string {
  const { counted } = question.metric;
  const relation = relationOf(question);
  const where = `${relation} WHERE ${condition(question)}`;
  // Where each row is another thing already: making three hundred thousand distinct takes longer than adding them up.
  const told: readonly string[] = [...question.by, ...counted];
  if (rowKeys[relation].every((column) => told.includes(column))) return where;
  const columns = [...(groups ? [groups] : []), ...counted].join(', ');
  return `(SELECT DISTINCT ${columns} FROM ${where})`;
}

/** A place in the list of a figure's events. */
export interface EventPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** Where the events stand that a figure counts: the newest statement of each counted project, or what told each measurement, in the order of the topics. */
export function eventsSql(question: Question, sight: Sight, source: Source, after: EventPlace | undefined, limit: number): Sql {
  return {
    text: `${base(question, sight, source)}
SELECT topic, number AS partition, "offset"
FROM ${question.metric.relation === 'measurement' ? tellingEvents(question) : statingEvents(question)} JOIN partitions ON partitions.id = events.partition
${after ? 'WHERE (topic, number, "offset") > ($afterTopic, $afterPartition, $afterOffset)' : ''}
ORDER BY topic, number, "offset" LIMIT ${limit}`,
    values: { ...values(question), ...(after && { afterTopic: after.topic, afterPartition: after.partition, afterOffset: after.offset }) },
  };
}

const statingEvents = (question: Question): string =>
  isOverTold(question)
    ? `
(SELECT DISTINCT teller AS aggregate, version FROM side SEMI JOIN (FROM ${relationOf(question)} WHERE ${condition(question)}) USING (aggregate))
JOIN events USING (aggregate, version)`
    : `
(SELECT DISTINCT aggregate FROM ${relationOf(question)} WHERE ${condition(question)})
JOIN (SELECT DISTINCT aggregate, version FROM side) stated USING (aggregate) LEFT JOIN parts ON parts.id = stated.aggregate
JOIN events ON events.aggregate = coalesce(parts.aggregate, stated.aggregate) AND events.version = stated.version`;

const isOverTold = ({ metric }: Question): boolean => metric.relation !== 'measurement' && metric.sides !== undefined;

const tellingEvents = (question: Question): string =>
  `(SELECT DISTINCT aggregate, version FROM measurement WHERE ${condition(question)}) JOIN events USING (aggregate, version)`;

function base({ metric, by, filters: { year, level, asOf, within } }: Question, sight: Sight, source: Source): string {
  // Names from the list alone, since they become part of the text.
  const levels = RegionLevel.options.filter((name) => name === (level ?? (by.includes('level') ? name : 'county')));
  const inYears = year === undefined ? '' : 'WHERE year BETWEEN $firstYear AND $lastYear';
  if (metric.relation === 'measurement')
    return `
WITH ${measurementsFrom({ of: metric.of, levels, inYears, isAsOf: asOf !== undefined, isWithin: within !== undefined }, sight)}`;
  // What stands now is kept of what events state alone.
  if (metric.sides)
    return `
WITH ${toldSides(metric.sides, asOf !== undefined, sight)},
${relations(levels, 'history', inYears)}`;
  return `
WITH ${sidesFrom(source, sight)},
${relations(levels, source, inYears)}`;
}

const isPaired = (relation: CountedRelation): relation is 'pair' | 'project_pair' => relation === 'pair' || relation === 'project_pair';

// A pair has no direction. A side that is narrowed, or that the rows show alone, is either of its regions; else each pair stands once.
function relationOf({ metric: { relation }, by, filters: { a, b, region } }: Question): CountedRelation {
  const namesSide = a !== undefined || b !== undefined || by.includes('a') !== by.includes('b');
  if (isPaired(relation)) return namesSide ? `${relation}_either_way` : relation;
  const namesRegion = region !== undefined || by.includes('region');
  return relation === 'crossing_participation' && !namesRegion ? 'crossing' : relation;
}

const regional = ['region', 'a', 'b', 'from', 'to'] as const satisfies Dimension[];
const isRegional = (word: string): boolean => (regional as readonly string[]).includes(word);

function shownAs(question: Question, dimension: Dimension): string {
  if (!isRegional(dimension)) return dimension;
  // A pair without direction is shown in the order of names.
  const undirected = isPaired(relationOf(question)) && (dimension === 'a' || dimension === 'b');
  return `${undirected ? `${dimension === 'a' ? 'least' : 'greatest'}(${nameOf('a')}, ${nameOf('b')})` : nameOf(dimension)} AS ${quoted(dimension)}`;
}

// Joins, because a subquery for each name is planned anew in every place where it stands: half the time of a small question about pairs.
const joinedName = (dimension: Dimension): string => `LEFT JOIN regions named_${dimension} ON named_${dimension}.id = ${quoted(dimension)}`;
const nameOf = (dimension: Dimension): string => `coalesce(named_${dimension}.name, '${unknownRegion}')`;

const columnFilters = ['a', 'b', 'from', 'to', 'state', 'field', 'currency'] as const satisfies Filter[];

function condition({ metric, filters }: Question): string {
  const conditions = columnFilters
    .filter((filter) => filters[filter] !== undefined)
    .map((filter) => `${quoted(filter)} = ${isRegional(filter) ? numberOf(filter) : `$${filter}`}`);
  if (filters.region !== undefined) conditions.push(`${numberOf('region')} IN (${metric.regionColumns.join(', ')})`);
  if (needsAmount(metric)) conditions.push('amount IS NOT NULL');
  if (metric.relation === 'measurement' && metric.of.state !== undefined) conditions.push(`state = '${metric.of.state}'`);
  return conditions.join(' AND ') || 'true';
}

/** The number of the region that a parameter names; no number, and so no row, where no event has named it. */
const numberOf = (parameter: string): string =>
  `(SELECT coalesce(min(id), CASE $${parameter} WHEN '${unknownRegion}' THEN 0 END) FROM regions WHERE name = $${parameter})`;

function values({ filters }: Question): Sql['values'] {
  const texts = Object.fromEntries(
    ([...columnFilters, 'region', 'asOf', 'within'] as const).flatMap((filter) =>
      filters[filter] === undefined ? [] : [[filter, filters[filter]]],
    ),
  );
  const [first, last = first] = filters.year?.split('..') ?? [];
  return { ...texts, ...(first && { firstYear: Number(first), lastYear: Number(last) }) };
}

const quoted = (column: string): string => `"${column}"`;

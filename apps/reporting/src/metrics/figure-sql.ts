import { RegionLevel } from '@xietong/domain';
import type { Dimension, Filter } from './metric.ts';
import type { Question } from './question.ts';
import { relations, unknownRegion } from './relations.ts';

/** The partitions that an asker may see, by their numbers in this file, each with the offset before which it counts. */
export interface Sight {
  readonly partitions: readonly { readonly id: number; readonly next: bigint }[];
}

/** A query with its named parameters. */
export interface Sql {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number | bigint>>;
}

/** The rows of a figure: its dimensions, `currency` where it counts money, and `value`. */
export function figureSql(question: Question, sight: Sight): Sql {
  const { metric, by } = question;
  const currency = metric.unit === 'money' ? ['currency'] : [];
  const groups = [...by.map(quoted), ...currency].join(', ');
  const shown = [...by.map((dimension) => shownAs(question, dimension)), ...currency, 'value'].join(', ');
  return {
    text: `${base(question, sight)},
counted AS (
  SELECT ${[...by.map(quoted), ...currency, `${metric.value} AS value`].join(', ')} FROM ${thingsOf(question, groups)}
  ${groups && `GROUP BY ${groups}`}
)
SELECT ${shown} FROM counted ${groups && `ORDER BY ${groups}`}`,
    values: values(question),
  };
}

/** What is counted, each thing once in a row of the answer. */
function thingsOf(question: Question, groups: string): string {
  const { relation, counted } = question.metric;
  const where = `${relationOf(question)} WHERE ${condition(question)}`;
  // Each row there is another participation already, and making three hundred thousand distinct takes longer than adding them up.
  if (relation === 'participation' && counted.includes('no')) return where;
  const columns = [...(groups ? [groups] : []), ...counted].join(', ');
  return `(SELECT DISTINCT ${columns} FROM ${where})`;
}

/** A place in the list of a figure's events. */
export interface EventPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** Where the events stand that a figure counts: the newest statement of each counted project, in the order of the topics. */
export function eventsSql(question: Question, sight: Sight, after: EventPlace | undefined, limit: number): Sql {
  return {
    text: `${base(question, sight)}
SELECT topic, number AS partition, "offset"
FROM (SELECT DISTINCT aggregate FROM ${relationOf(question)} WHERE ${condition(question)})
JOIN project USING (aggregate) JOIN events USING (aggregate, version) JOIN partitions ON partitions.id = events.partition
${after ? 'WHERE (topic, number, "offset") > ($afterTopic, $afterPartition, $afterOffset)' : ''}
ORDER BY topic, number, "offset" LIMIT ${limit}`,
    values: { ...values(question), ...(after && { afterTopic: after.topic, afterPartition: after.partition, afterOffset: after.offset }) },
  };
}

/** What an asker may see, as the relation \`sight\`: every query over facts begins with it. */
export function sightSql({ partitions }: Sight): string {
  const rows = partitions.map(({ id, next }) => `(${id}::SMALLINT, ${next}::BIGINT)`);
  return `sight(partition, next) AS (${rows.length > 0 ? `VALUES ${rows.join(', ')}` : 'SELECT 0::SMALLINT, 0::BIGINT WHERE false'})`;
}

function base({ by, filters: { year, level } }: Question, sight: Sight): string {
  // Names from the list alone, since they become part of the text.
  const levels = RegionLevel.options.filter((name) => name === (level ?? (by.includes('level') ? name : 'county')));
  return `
WITH ${sightSql(sight)},
latest AS (SELECT aggregate, max(version) AS version FROM statements JOIN sight USING (partition) WHERE since < next GROUP BY aggregate),
newest AS (SELECT aggregate, version, kind, year(date)::INTEGER AS year FROM latest JOIN statements USING (aggregate, version)),
project AS (FROM newest WHERE kind = 'project' ${year === undefined ? '' : 'AND year BETWEEN $firstYear AND $lastYear'}),
${relations(levels)}`;
}

const isPaired = (relation: string): boolean => relation === 'pair' || relation === 'project_pair';

// A pair has no direction. A side that is narrowed, or that the rows show alone, is either of its regions; else each pair stands once.
function relationOf({ metric: { relation }, by, filters: { a, b } }: Question): string {
  const namesSide = a !== undefined || b !== undefined || by.includes('a') !== by.includes('b');
  return namesSide && isPaired(relation) ? `${relation}_either_way` : relation;
}

const regional = ['region', 'a', 'b', 'from', 'to'] as const satisfies Dimension[];
const isRegional = (word: string): boolean => (regional as readonly string[]).includes(word);

function shownAs(question: Question, dimension: Dimension): string {
  if (!isRegional(dimension)) return dimension;
  const name = (column: string) => `coalesce((SELECT name FROM regions WHERE id = ${quoted(column)}), '${unknownRegion}')`;
  // A pair without direction is shown in the order of names.
  const undirected = isPaired(relationOf(question)) && (dimension === 'a' || dimension === 'b');
  return `${undirected ? `${dimension === 'a' ? 'least' : 'greatest'}(${name('a')}, ${name('b')})` : name(dimension)} AS ${quoted(dimension)}`;
}

const columnFilters = ['a', 'b', 'from', 'to', 'currency'] as const satisfies Filter[];

function condition({ metric, filters }: Question): string {
  const conditions = columnFilters
    .filter((filter) => filters[filter] !== undefined)
    .map((filter) => `${quoted(filter)} = ${isRegional(filter) ? numberOf(filter) : `$${filter}`}`);
  if (filters.region !== undefined) conditions.push(`${numberOf('region')} IN (${metric.regionColumns.join(', ')})`);
  if (metric.unit === 'money') conditions.push('amount IS NOT NULL');
  return conditions.join(' AND ') || 'true';
}

/** The number of the region that a parameter names; no number, and so no row, where no event has named it. */
const numberOf = (parameter: string): string =>
  `(SELECT coalesce(min(id), CASE $${parameter} WHEN '${unknownRegion}' THEN 0 END) FROM regions WHERE name = $${parameter})`;

function values({ filters }: Question): Sql['values'] {
  const texts = Object.fromEntries(
    ([...columnFilters, 'region'] as const).flatMap((filter) => (filters[filter] === undefined ? [] : [[filter, filters[filter]]])),
  );
  const [first, last = first] = filters.year?.split('..') ?? [];
  return { ...texts, ...(first && { firstYear: Number(first), lastYear: Number(last) }) };
}

const quoted = (column: string): string => `"${column}"`;

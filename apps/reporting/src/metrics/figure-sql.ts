import type { Filter } from './metric.ts';
import type { Question } from './question.ts';
import { relations } from './relations.ts';

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
  const groups = [...by.map(quoted), ...(metric.unit === 'money' ? ['currency'] : [])];
  const things = [...new Set([...groups, ...metric.counted])].join(', ');
  return {
    text: `${base(question, sight)}
SELECT ${[...groups, `${metric.value} AS value`].join(', ')}
FROM (SELECT DISTINCT ${things} FROM ${relationOf(question)} WHERE ${condition(question)})
${groups.length > 0 ? `GROUP BY ${groups.join(', ')} ORDER BY ${groups.join(', ')}` : ''}`,
    values: values(question),
  };
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
  const levels = by.includes('level') && level === undefined ? ['county', 'prefecture', 'province'] : [level ?? 'county'];
  return `
WITH ${sightSql(sight)},
latest AS (SELECT aggregate, max(version) AS version FROM statements JOIN sight USING (partition) WHERE since < next GROUP BY aggregate),
newest AS (SELECT aggregate, version, kind, year(date)::INTEGER AS year FROM latest JOIN statements USING (aggregate, version)),
project AS (FROM newest WHERE kind = 'project' ${year === undefined ? '' : 'AND year BETWEEN $firstYear AND $lastYear'}),
level(level) AS (VALUES ${levels.map((name) => `('${name}')`).join(', ')}),${relations}`;
}

// A pair has no direction. A side that is narrowed, or that the rows show alone, is either of its regions; else each pair stands once.
function relationOf({ metric: { relation }, by, filters: { a, b } }: Question): string {
  const namesSide = a !== undefined || b !== undefined || by.includes('a') !== by.includes('b');
  return relation === 'pair' && namesSide ? 'pair_either_way' : relation;
}

const columnFilters = ['a', 'b', 'from', 'to', 'currency'] as const satisfies Filter[];

function condition({ metric, filters }: Question): string {
  const conditions = columnFilters.filter((filter) => filters[filter] !== undefined).map((filter) => `${quoted(filter)} = $${filter}`);
  if (filters.region !== undefined) conditions.push(`$region IN (${metric.regionColumns.join(', ')})`);
  if (metric.unit === 'money') conditions.push('amount IS NOT NULL');
  return conditions.join(' AND ') || 'true';
}

function values({ filters }: Question): Sql['values'] {
  const texts = Object.fromEntries(
    ([...columnFilters, 'region'] as const).flatMap((filter) => (filters[filter] === undefined ? [] : [[filter, filters[filter]]])),
  );
  const [first, last = first] = filters.year?.split('..') ?? [];
  return { ...texts, ...(first && { firstYear: Number(first), lastYear: Number(last) }) };
}

const quoted = (column: string): string => `"${column}"`;

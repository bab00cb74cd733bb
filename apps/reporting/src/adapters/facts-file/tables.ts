import {
  BIGINT,
  BLOB,
  blobValue,
  BOOLEAN,
  DATE,
  DuckDBDateValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  SMALLINT,
  VARCHAR,
} from '@duckdb/node-api';

/** Columns of a table in their order; a row is an array of values in the same order. */
type Columns = Readonly<Record<string, DuckDBType>>;

const dictionary = { id: INTEGER, name: VARCHAR } satisfies Columns;
const bodies = { partition: SMALLINT, offset: BIGINT, body: VARCHAR } satisfies Columns;

/** The facts file. No body stands in it for long (`bodies.ts`), and names are numbers: 2.3 times the speed of plain columns. */
export const tables = {
  partitions: { id: SMALLINT, topic: VARCHAR, number: INTEGER, agency: VARCHAR, next: BIGINT, replays: INTEGER },
  aggregates: { id: INTEGER, partition: SMALLINT, subject: VARCHAR },
  /** Where `aggregate` of a statement, of its sides and of what stands is below 0, it is the `id` of a part. */
  parts: { id: INTEGER, aggregate: INTEGER, name: VARCHAR },
  parties: dictionary,
  regions: dictionary,
  types: dictionary,
  words: dictionary,
  events: { aggregate: INTEGER, version: INTEGER, partition: SMALLINT, offset: BIGINT, since: BIGINT, type: INTEGER, hash: BLOB },
  statements: { aggregate: INTEGER, version: INTEGER, partition: SMALLINT, since: BIGINT, kind: VARCHAR, date: DATE },
  sides: {
    aggregate: INTEGER,
    version: INTEGER,
    no: SMALLINT,
    party: INTEGER,
    region: INTEGER,
    country: INTEGER,
    county: INTEGER,
    prefecture: INTEGER,
    province: INTEGER,
    role: VARCHAR,
    amount: BIGINT,
    currency: VARCHAR,
  },
  /** What events tell beside collaborations. Names are numbers of `words`, 0 where there is none; a region has its number at every level. */
  measures: {
    aggregate: INTEGER,
    version: INTEGER,
    partition: SMALLINT,
    since: BIGINT,
    measure: INTEGER,
    part: INTEGER,
    date: DATE,
    state: INTEGER,
    field: INTEGER,
    quantity: BIGINT,
    currency: INTEGER,
    region: INTEGER,
    county: INTEGER,
    prefecture: INTEGER,
    province: INTEGER,
  },
  /** Derived of `statements` and `sides`. Hardly a text and hardly a null in it: a text takes three to five times as long to append as a number, a null up to three times. */
  standing: {
    partition: SMALLINT,
    year: SMALLINT,
    aggregate: INTEGER,
    version: INTEGER,
    no: SMALLINT,
    party: INTEGER,
    leads: BOOLEAN,
    amount: BIGINT,
    currency: VARCHAR,
    country: INTEGER,
    county: INTEGER,
    prefecture: INTEGER,
    province: INTEGER,
    firstInCounty: BOOLEAN,
    firstInPrefecture: BOOLEAN,
    firstInProvince: BOOLEAN,
  },
  waiting: { aggregate: INTEGER, version: INTEGER, partition: SMALLINT, offset: BIGINT, body: VARCHAR },
  parked: {
    partition: SMALLINT,
    offset: BIGINT,
    key: VARCHAR,
    reason: VARCHAR,
    detail: VARCHAR,
    textAt: BIGINT,
    textBytes: INTEGER,
    parkedAt: VARCHAR,
    status: VARCHAR,
    inLine: BOOLEAN,
    mendedAt: BIGINT,
    mendedBytes: INTEGER,
    hole: INTEGER,
    settledBy: INTEGER,
  },
  decisions: {
    no: INTEGER,
    partition: SMALLINT,
    position: BIGINT,
    act: VARCHAR,
    key: VARCHAR,
    offset: BIGINT,
    textAt: BIGINT,
    textBytes: INTEGER,
    by: VARCHAR,
    at: VARCHAR,
    reason: VARCHAR,
  },
  recent: bodies,
  /** A temporary table of the flush that fills an archive file. */
  arrived: bodies,
  archives: { file: INTEGER, partition: SMALLINT, first: BIGINT, last: BIGINT },
} as const satisfies Readonly<Record<string, Columns>>;
export type TableName = keyof typeof tables;

export const permanentTables = (Object.keys(tables) as TableName[]).filter((name) => name !== 'arrived');

export function createTable(name: TableName, how = 'CREATE TABLE IF NOT EXISTS'): string {
  const columns = Object.entries(tables[name]).map(([column, type]) => `"${column}" ${String(type)}`);
  return `${how} ${name} (${columns.join(', ')})`;
}

/** Columns that a file may lack which an earlier release began, and what its rows hold there. What it has parked has no text until a rebuild. */
export const laterColumns = [
  ['partitions', 'replays', '0'],
  ['parked', 'textAt', '0'],
  ['parked', 'textBytes', '0'],
  ['parked', 'parkedAt', "'1970-01-01T00:00:00.000Z'"],
  ['parked', 'status', "'parked'"],
  ['parked', 'inLine', 'true'],
  ['parked', 'mendedAt', 'NULL'],
  ['parked', 'mendedBytes', 'NULL'],
  ['parked', 'hole', 'NULL'],
  ['parked', 'settledBy', 'NULL'],
] as const satisfies [TableName, string, string][];

export function addColumn([table, column, value]: (typeof laterColumns)[number]): string {
  const type = (tables[table] as Columns)[column];
  return `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS "${column}" ${String(type)} DEFAULT ${value}`;
}

const dayMs = 86_400_000;

/** Values as DuckDB's own type takes them: days since 1970 for dates, its wrapper for bytes. */
export function toColumn(values: readonly unknown[], type: DuckDBType): readonly DuckDBValue[] {
  if (type === DATE) return values.map((date) => new DuckDBDateValue(Date.parse(date as string) / dayMs));
  return type === BLOB ? values.map((bytes) => blobValue(bytes as Uint8Array)) : (values as readonly DuckDBValue[]);
}

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Currency } from '@xietong/domain';
import { type CountedRow } from '../../metrics/figure.ts';
import { figureSql, type Sight } from '../../metrics/figure-sql.ts';
import type { Question } from '../../metrics/question.ts';
import { readRows } from '../facts-file/database.ts';

/** Counts: one SQL query over the facts in sight. */
export async function readFigure(connection: DuckDBConnection, question: Question, sight: Sight): Promise<CountedRow[]> {
  const { text, values } = figureSql(question, sight);
  const rows = await readRows<Record<string, string | number | bigint>>(connection, text, values);
  return rows.map((row) => ({
    dimensions: Object.fromEntries(question.by.map((dimension) => [dimension, row[dimension] as string | number])),
    ...(row.currency === undefined ? {} : { currency: row.currency as Currency }),
    value: BigInt(row.value ?? 0),
  }));
}

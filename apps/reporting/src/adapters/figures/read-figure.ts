import type { DuckDBConnection } from '@duckdb/node-api';
import type { Currency } from '@xietong/domain';
import { type CountedRow } from '../../metrics/figure.ts';
import { figureSql } from '../../metrics/figure-sql.ts';
import type { Question } from '../../metrics/question.ts';
import type { Sight, Source } from '../../metrics/side-source.ts';
import { readRows } from '../facts-file/database.ts';
import { sourceFor } from './sight.ts';

/** Counts: one SQL query over the facts in sight, from the source that can answer it unless one is named. */
export async function readFigure(connection: DuckDBConnection, question: Question, sight: Sight, source?: Source): Promise<CountedRow[]> {
  const { text, values } = figureSql(question, sight, source ?? (await sourceFor(connection, sight)));
  const rows = await readRows<Record<string, string | number | bigint>>(connection, text, values);
  return rows.map((row) => ({
    dimensions: Object.fromEntries(question.by.map((dimension) => [dimension, row[dimension] as string | number])),
    ...(row.currency === undefined ? {} : { currency: row.currency as Currency }),
    value: BigInt(row.value ?? 0),
  }));
}

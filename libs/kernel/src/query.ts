import type { z } from 'zod';
import type { Access } from './access.ts';

/** A list of flat rows in an answer that is exported as CSV and XLSX too. */
export interface ExportedTable {
  /** The field of the answer that holds the rows. */
  readonly rows: string;
  /** Fields of the answer that hold for every row, by the column that each is set beside: a row taken out of its table keeps its unit. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The field of the answer that names the file; the query's own name where absent. */
  readonly namedAfter?: string;
}

/**
 * A question that a service answers from its own data. `path` may hold `{names}` that are fields of `input`; the rest
 * of `input` comes from the query string.
 */
export interface Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly path: string;
  readonly input: Input;
  readonly output: Output;
  readonly allow: Access<unknown>;
  readonly refuses: readonly string[];
  readonly table?: ExportedTable;
}

/** Declares a query; the answer itself does I/O, so `main.ts` gives it to `run` by name. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  declaration: Omit<Query<Input, Output>, 'name'>,
): Query<Input, Output> {
  return { name, ...declaration };
}

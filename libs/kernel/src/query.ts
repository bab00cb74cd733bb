import type { z } from 'zod';
import type { Access } from './access.ts';

/**
 * A question that a service answers from its own data. `path` may hold `{names}` that are fields of `input`; the rest
 * of `input` comes from the query string. Where `table` names a list of flat rows in the answer, it also exports as CSV and XLSX.
 */
export interface Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly path: string;
  readonly input: Input;
  readonly output: Output;
  readonly allow: Access<unknown>;
  readonly refuses: readonly string[];
  readonly table?: string;
}

/** Declares a query; the answer itself does I/O, so `main.ts` gives it to `run` by name. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  declaration: Omit<Query<Input, Output>, 'name'>,
): Query<Input, Output> {
  return { name, ...declaration };
}

import { type Access, type Actor, isRefusal, type ProblemTable } from '@xietong/kernel';
import type { Request } from 'express';
import { fieldNamesOf } from './closed-input.ts';
import type { PersonalExchange } from './endpoint.ts';
import { inputFaults } from './input-faults.ts';
import { formatFor } from './negotiation.ts';
import { platformProblem, refusalProblem } from './problem.ts';
import { readQueryString } from './query-string.ts';
import { json, type Reply } from './reply.ts';
import type { QueryRoute } from './routes.ts';
import { csvType, findColumns, type Table, tableOf, toCsv, toXlsx, xlsxType } from './table-export.ts';

/** Answers a query with its output, or with a refusal from the service's problem table. */
export type Answer = (input: never, actor: Actor) => Promise<unknown>;

const jsonOnly = ['application/json'] as const;
const withExports = ['application/json', csvType, xlsxType] as const;

/** A query from its address to its answer; one that declares a `table` also answers as CSV and XLSX. */
export function queryHandler(
  { answer, problems }: { answer: Answer; problems: ProblemTable },
  { query, words }: QueryRoute,
): (exchange: PersonalExchange) => Promise<Reply> {
  const formats = query.table === undefined ? jsonOnly : withExports;
  const known = fieldNamesOf(query.input);
  const columnsAlways = (query.table !== undefined && findColumns(query.output, query.table.rows)) || [];
  return async ({ request, actor }) => {
    const format = formatFor(request, formats);
    const asked = askedBy(request);
    const input = query.input.safeParse(asked);
    if (!input.success)
      throw platformProblem('parameters-invalid', { details: { known }, errors: (lang) => inputFaults(query.input, asked, lang) });
    // A query belongs to no document, so there is no state to ask about.
    if (!(query.allow as Access<undefined>).permits(actor, undefined)) throw platformProblem('not-yours', { details: { allowed: words } });

    const output = await answer(input.data as never, actor);
    if (isRefusal(output)) throw refusalProblem(output, problems);
    if (query.table === undefined) return json(200, output);
    if (format === 'application/json') return json(200, output, { Vary: 'Accept' });
    const table = tableOf(output, query.table, columnsAlways);
    return exported(table, String(table.about[query.table.namedAfter ?? ''] ?? query.name), format);
  };
}

function askedBy({ url, params }: Request): Record<string, unknown> {
  const parameters = readQueryString(url);
  const repeated = Object.keys(params).find((name) => parameters.has(name));
  if (repeated !== undefined) throw platformProblem('parameters-invalid', { details: { repeated } });
  return { ...Object.fromEntries(parameters), ...params };
}

async function exported(table: Table, name: string, format: typeof csvType | typeof xlsxType): Promise<Reply> {
  const isCsv = format === csvType;
  return {
    status: 200,
    headers: {
      'Content-Type': isCsv ? `${csvType}; charset=utf-8` : xlsxType,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${isCsv ? 'csv' : 'xlsx'}"`,
      Vary: 'Accept',
    },
    body: isCsv ? toCsv(table) : await toXlsx(table),
  };
}

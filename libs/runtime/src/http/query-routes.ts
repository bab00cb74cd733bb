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
import { csvType, tableOf, toCsv, toXlsx, xlsxType } from './table-export.ts';

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
    return query.table === undefined ? json(200, output) : await exported(output, query.table, query.name, format);
  };
}

function askedBy({ url, params }: Request): Record<string, unknown> {
  const parameters = readQueryString(url);
  const repeated = Object.keys(params).find((name) => parameters.has(name));
  if (repeated !== undefined) throw platformProblem('parameters-invalid', { details: { repeated } });
  return { ...Object.fromEntries(parameters), ...params };
}

async function exported(output: unknown, table: string, name: string, format: (typeof withExports)[number]): Promise<Reply> {
  const Vary = 'Accept';
  switch (format) {
    case 'application/json':
      return json(200, output, { Vary });
    case csvType:
      return {
        status: 200,
        headers: { 'Content-Type': `${csvType}; charset=utf-8`, ...attachment(`${name}.csv`), Vary },
        body: toCsv(tableOf(output, table).rows),
      };
    case xlsxType:
      return {
        status: 200,
        headers: { 'Content-Type': xlsxType, ...attachment(`${name}.xlsx`), Vary },
        body: await toXlsx(tableOf(output, table)),
      };
  }
}

const attachment = (file: string) => ({ 'Content-Disposition': `attachment; filename="${file.replace(/[^\w.-]/g, '_')}"` });

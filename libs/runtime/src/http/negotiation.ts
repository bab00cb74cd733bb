import type { Request } from 'express';
import { platformProblem } from './problem.ts';

/** Throws 406 for a caller who does not accept JSON. */
export function requireJsonAccepted(request: Request): void {
  formatFor(request, ['application/json']);
}

/** The best of the formats for the caller's `Accept`; the first when he does not say. Throws 406 when none will do. */
export function formatFor<Format extends string>(request: Request, formats: readonly [Format, ...Format[]]): Format {
  const { accept } = request.headers;
  // What nearly every caller sends needs no parser.
  if (accept === undefined || accept === '*/*' || accept === formats[0]) return formats[0];
  const accepted = request.accepts([...formats]);
  const format = formats.find((candidate) => candidate === accepted);
  if (format === undefined) throw platformProblem('not-acceptable', { details: { available: formats } });
  return format;
}

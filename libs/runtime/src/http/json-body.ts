import { isUtf8 } from 'node:buffer';
import express, { type Request, type Response } from 'express';
import { bodyBytesMax } from './limits.ts';
import { platformProblem, type Problem } from './problem.ts';

const parse = express.json({
  limit: bodyBytesMax,
  type: 'application/json',
  // Read with leniency, bytes that are no UTF-8 would become other signs than were sent.
  verify(_request, _response, body, encoding) {
    if (encoding === 'utf-8' && !isUtf8(body)) throw new Error('not UTF-8');
  },
});

/** The body as parsed JSON; no body reads as `{}`, so that a command without input needs none. Throws 400, 413 or 415. */
export async function readBody(request: Request, response: Response): Promise<unknown> {
  if (!hasBody(request)) return {};
  if (!request.is('application/json')) throw platformProblem('not-json');
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (fault?: unknown) => (fault === undefined ? resolve() : reject(problemOf(fault))));
  });
  return request.body;
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

// The parser's own messages quote the body, so only the kind of fault is passed on.
function problemOf(fault: unknown): Problem {
  const type = typeof fault === 'object' && fault !== null && 'type' in fault ? String(fault.type) : '';
  if (type === 'entity.too.large') return platformProblem('body-too-large', { details: { bytesMax: bodyBytesMax } });
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return platformProblem('not-json');
  return platformProblem('request-malformed', { details: { body: 'not well-formed JSON with an object or a list at its top' } });
}

import type { RequestListener } from 'node:http';
import { platformProblem, toReply } from './problem.ts';
import { json, type Reply } from './reply.ts';
import { traceOf } from './trace-context.ts';

/** Answers while a service waits for its engines: alive, not ready, and everything else may be tried again. */
export const startingApp: RequestListener = (request, response) => {
  const { status, headers, body } = answerTo(request.url ?? '', request.headers.traceparent);
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers }).end(body);
};

function answerTo(url: string, traceparent: unknown): Reply {
  if (url === '/livez') return json(200, { alive: true });
  if (url === '/readyz') return json(503, { ready: false, checks: { process: 'starting' } });
  return toReply(platformProblem('starting', { headers: { 'Retry-After': '2' } }), 'zh', traceOf(traceparent).traceId);
}

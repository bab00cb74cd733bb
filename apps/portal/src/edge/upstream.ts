import { type ClientRequest, globalAgent, type IncomingMessage } from 'node:http';
import { globalAgent as secureAgent } from 'node:https';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { createProxyServer } from 'httpxy';
import type { Logger } from 'pino';
import { sendProblem } from './problem.ts';
import { serverLimits } from './serve.ts';
import { traceIdOf } from './trace.ts';

class UpstreamTooSlow extends Error {}

// A deadline of our own: a socket's timeout starts only once it is connected, and a silent host never connects.
// What a reader is still sending is his time, as long as he may take (`serverLimits`).
const limitWaiting = (request: ClientRequest, incoming: IncomingMessage, timeoutMs: number) => {
  let deadline: NodeJS.Timeout | undefined;
  const wait = (ms: number) => {
    clearTimeout(deadline);
    deadline = setTimeout(() => request.destroy(new UpstreamTooSlow(`no answer within ${ms} ms`)), ms);
  };
  wait(incoming.complete ? timeoutMs : timeoutMs + serverLimits.requestTimeout);
  const sent = () => wait(timeoutMs);
  incoming.once('end', sent);
  for (const settled of ['response', 'close'])
    request.once(settled, () => {
      incoming.off('end', sent);
      clearTimeout(deadline);
    });
};

const failureOf =
  (mountedAt: string, log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    log.warn({ err: error, upstream: mountedAt, traceid: traceIdOf(request) }, 'upstream failed');
    if (response.headersSent) response.destroy();
    else sendProblem(request, response, error instanceof UpstreamTooSlow ? 'service-too-slow' : 'service-unreachable');
  };

/**
 * Passes requests on to a service, bodies streamed both ways. `mountedAt` is where the edge shows the service, so that
 * a `Location` of the service's own leads back through the edge. A service that is down is 502, a silent one 504.
 */
export const upstream = (target: string, mountedAt: string, timeoutMs: number, log: Logger): [RequestHandler, ErrorRequestHandler] => {
  const url = new URL(target);
  // Node's own agents let go of an idle connection before the service does, as it announces. The proxy's have no time limit, and then they
  // ignore what is announced: a request that met a connection just being closed was answered 502.
  const agent = url.protocol === 'https:' ? secureAgent : globalAgent;
  const proxy = createProxyServer({ target: url, agent, changeOrigin: true, xfwd: true, proxyTimeout: timeoutMs });
  proxy.on('proxyReq', (outgoing, incoming) => limitWaiting(outgoing, incoming, timeoutMs));
  proxy.on('proxyRes', ({ headers }) => {
    if (headers.location?.startsWith('/')) headers.location = mountedAt + headers.location;
  });
  return [(request, response, next) => void proxy.web(request, response).catch(next), failureOf(mountedAt, log)];
};

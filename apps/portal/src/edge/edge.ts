import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Logger } from 'pino';
import { contentSecurity } from './content-security.ts';
import type { Environment } from './environment.ts';
import { sendProblem } from './problem.ts';
import { publishedOnly } from './published.ts';
import { traced, traceIdOf } from './trace.ts';
import { upstream } from './upstream.ts';
import { webApplication } from './web-application.ts';

// A service gives up after 30 s; the edge waits a little longer, so that the service's own answer arrives.
const upstreamTimeoutMs = 35_000;

export interface EdgeOptions {
  readonly environment: Environment;
  /** Where the built web application lies. */
  readonly directory: string;
  readonly log: Logger;
  /** False from the moment on which the process was asked to stop. */
  readonly isReady: () => boolean;
  readonly timeoutMs?: number;
}

const statusOf = (error: unknown) => (error instanceof Error && 'status' in error ? error.status : undefined);

/** The one origin that a browser sees: the web application, and the services' APIs beneath `/api`. */
export const edge = ({ environment, directory, log, isReady, timeoutMs = upstreamTimeoutMs }: EdgeOptions): Express => {
  const { keycloak, services } = environment;

  const sendFault: ErrorRequestHandler = (error, request, response, _next) => {
    if (statusOf(error) === 404) return sendProblem(request, response, 'no-such-address');
    log.error({ err: error, traceid: traceIdOf(request) }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendProblem(request, response, 'edge-fault');
  };

  return express()
    .disable('x-powered-by')
    .use(traced)
    .use((_request, response, next) => {
      if (!isReady()) response.set('Connection', 'close');
      next();
    })
    .get('/livez', (_request, response) => void response.json({ alive: true }))
    .get('/readyz', (_request, response) => {
      const ready = isReady();
      response.status(ready ? 200 : 503).json({ ready, checks: { process: ready ? 'up' : 'stopping' } });
    })
    .use(contentSecurity(keycloak.url))
    .use(compression())
    .get('/config.json', (_request, response) => void response.set('Cache-Control', 'no-store').json({ keycloak }))
    .use('/api', apis(services, timeoutMs, log))
    .use('/api', (request, response) => sendProblem(request, response, 'no-such-address'))
    .use(webApplication(directory))
    .use((request, response) => sendProblem(request, response, 'no-such-address'))
    .use(sendFault);
};

function apis(services: Environment['services'], timeoutMs: number, log: Logger): Router {
  const router = express.Router();
  for (const [name, url] of Object.entries(services)) {
    router.use(`/${name}`, publishedOnly, ...upstream(url, `/api/${name}`, timeoutMs, log));
  }
  return router;
}

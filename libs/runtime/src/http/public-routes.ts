import type { Service } from '@xietong/kernel';
import { asyncApiOf } from './asyncapi.ts';
import { docsFile, docsPage } from './docs-page.ts';
import { openApiOf } from './openapi.ts';
import { json, jsonType, type Reply } from './reply.ts';
import type { publicPaths } from './routes.ts';

export interface Readiness {
  readonly ready: boolean;
  /** What was looked at, in words: `mongo: 'up'`. */
  readonly checks: Readonly<Record<string, string>>;
}

export interface PublicRouteParts {
  readonly service: Service;
  readonly readiness: () => Promise<Readiness>;
  /** Prometheus text format 0.0.4. */
  readonly metrics: () => Promise<string>;
}

/** What anyone may ask a service, by path. The descriptions are written once, so a schema that has none fails at start. */
export function publicAnswers({
  service,
  readiness,
  metrics,
}: PublicRouteParts): Readonly<Record<(typeof publicPaths)[number], () => Promise<Reply>>> {
  const described = (document: object): Reply => ({
    status: 200,
    headers: { 'Content-Type': jsonType, 'Cache-Control': 'no-cache' },
    body: JSON.stringify(document),
  });
  const openApi = described(openApiOf(service));
  const asyncApi = described(asyncApiOf(service));
  const page = docsPage(`xietong ${service.context}`);
  return {
    '/livez': async () => json(200, { alive: true }),
    '/readyz': async () => {
      const { ready, checks } = await readiness();
      return json(ready ? 200 : 503, { ready, checks });
    },
    '/metrics': async () => ({
      status: 200,
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: await metrics(),
    }),
    '/openapi.json': async () => openApi,
    '/asyncapi.json': async () => asyncApi,
    '/docs': async () => page,
    '/docs/start.js': () => docsFile('start.js'),
    '/docs/swagger-ui.css': () => docsFile('swagger-ui.css'),
    '/docs/swagger-ui-bundle.js': () => docsFile('swagger-ui-bundle.js'),
  };
}

import { type AnyAggregate, consumersOf, type Excerpt, type Service, takesAttachments } from '@xietong/kernel';
import { z } from 'zod';
import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { operationOf, type Representations } from './openapi-operations.ts';
import { problemSchema } from './openapi-problems.ts';
import { representationOf } from './representation.ts';
import { pascal, publicPaths, routesOf } from './routes.ts';

/** The OpenAPI 3.1 document of a service: every route with its input, its answer, its problems and who may call it. */
export function openApiOf(service: Service): ReturnType<typeof createDocument> {
  const excerpts = service.aggregates.flatMap(({ excerpt }) => (excerpt ? [excerpt] : []));
  const representations: Representations = new Map([...service.aggregates, ...excerpts].map((shown) => [shown, representationOf(shown)]));
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routesOf(service)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, service, representations) };
  }
  for (const path of publicPaths) paths[path] = { get: publicOperation(path) };
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: { title: `Xietong ${service.context}`, version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '.' }],
    security: [{ bearer: [] }],
    tags: [
      ...[...representations.keys()].map(({ collection }) => ({ name: collection })),
      ...(service.aggregates.some(({ deadlines }) => deadlines) ? [{ name: 'deadlines' }] : []),
      ...(takesAttachments(service) ? [{ name: 'attachments' }] : []),
      ...(service.queries.length > 0 ? [{ name: 'queries' }] : []),
      ...(consumersOf(service).length > 0 ? [{ name: 'parked' }] : []),
      { name: 'operations' },
    ],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: `An access token of the realm with audience xietong-${service.context}.`,
        },
      },
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries([...representations].map(([shown, schema]) => [schemaNameOf(shown), schema])),
      },
    },
  };
  return createDocument(document, { allowEmptySchema: { custom: true, transform: true } });
}

const schemaNameOf = (shown: AnyAggregate | Excerpt<never>): string => ('name' in shown ? pascal(shown.name) : pascal(shown.collection));

function publicOperation(path: string) {
  return {
    tags: ['operations'],
    security: [],
    summary: path === '/docs' ? 'This description, to read' : `Open to all: ${path}`,
    responses: {
      200: {
        description: 'The answer',
        content: { [contentOf(path)]: { schema: path.endsWith('.json') || path.endsWith('z') ? z.looseObject({}) : z.string() } },
      },
      ...(path === '/readyz'
        ? { 503: { description: 'Not ready; the checks say why', content: { 'application/json': { schema: z.looseObject({}) } } } }
        : {}),
    },
  };
}

const contentOf = (path: string): string => {
  if (path === '/docs') return 'text/html';
  if (path === '/metrics') return 'text/plain';
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.css') ? 'text/css' : 'application/json';
};

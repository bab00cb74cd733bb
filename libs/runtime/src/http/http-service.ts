import type { Instant } from '@xietong/domain';
import type { Service } from '@xietong/kernel';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { type AttachmentStore, uploadMsMax } from '../attachments/attachment-store.ts';
import type { Scan } from '../attachments/scanner.ts';
import type { CommandRunner } from '../commit/outcome.ts';
import type { Agency } from '../config/agencies.ts';
import type { Journal } from '../journal/journal.ts';
import type { ParkingDesk } from '../parking/parking-desk.ts';
import { callerLimit } from './caller-limit.ts';
import { commandHandler } from './command-routes.ts';
import { checkHttpDeclaration } from './declaration-check.ts';
import { deadlinesHandler } from './deadline-routes.ts';
import { type EndpointParts, openEndpoint, personalEndpoint } from './endpoint.ts';
import { parkingHandler } from './parking-routes.ts';
import type { PlatformProblemCode } from './platform-problems.ts';
import { platformProblem } from './problem.ts';
import { publicAnswers, type PublicRouteParts } from './public-routes.ts';
import { type Answer, queryHandler } from './query-routes.ts';
import { type ReadableCollection, readHandler } from './read-routes.ts';
import { isForAnyone, type Route, routesOf } from './routes.ts';
import { uploadHandler } from './upload-route.ts';

export interface HttpServiceParts extends EndpointParts, PublicRouteParts {
  readonly service: Service;
  /** By collection name; one for each aggregate. */
  readonly collections: ReadonlyMap<string, ReadableCollection>;
  /** Absent only in a service without aggregates, like `commands`. */
  readonly journal?: Pick<Journal, 'read' | 'noteRead'>;
  readonly commands?: CommandRunner;
  /** By query name; one for each query. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Absent only in a service that consumes nothing. */
  readonly parking?: ParkingDesk;
  readonly agencies: readonly Pick<Agency, 'ref'>[];
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Absent only in a service whose commands name no files. */
  readonly attachments?: AttachmentStore;
  /** Absent where no virus scanner is configured. */
  readonly scan?: Scan;
}

/**
 * The whole HTTP face of a declaration as an Express app that does not listen yet (`httpServer` gives it a server).
 * Throws a `DeclarationFault` where the declaration cannot be served.
 */
export function httpService(asked: HttpServiceParts): Express {
  const parts = { callers: callerLimit(), ...asked };
  const { service } = parts;
  checkHttpDeclaration(service, new Set(parts.collections.keys()), new Set(Object.keys(parts.answers)), parts.parking !== undefined);
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');
  app.set('query parser', false);
  app.use(
    helmet({
      xPoweredBy: false,
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    }),
  );

  // What people ask comes first: Express tries one address after the other.
  for (const [path, routes] of Map.groupBy(routesOf(service), (route) => route.path)) {
    const at = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const route of routes) {
      const longer = route.kind === 'upload' ? { msMax: parts.uploadMsMax ?? uploadMsMax } : {};
      const access = { path, roles: route.roles, isOpen: isForAnyone(route), ...longer };
      at[route.method === 'GET' ? 'get' : 'post'](personalEndpoint(parts, access, handlerOf(parts, route)));
    }
    const methods = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    at.all(refusing(parts, path, 'method-not-allowed', { Allow: methods.join(', ') }));
  }
  for (const [path, answer] of Object.entries(publicAnswers(parts))) {
    app
      .route(path)
      .get(openEndpoint(parts, path, answer))
      .all(refusing(parts, path, 'method-not-allowed', { Allow: 'GET, HEAD' }));
  }
  app.use(refusing(parts, 'unknown', 'not-found'));
  app.use(refusingFaults(parts));
  return app;
}

function handlerOf(parts: HttpServiceParts, route: Route) {
  const { problems } = parts.service;
  switch (route.kind) {
    case 'query':
      return queryHandler({ answer: given(parts.answers[route.query.name], 'answers'), problems }, route);
    case 'parking':
      return parkingHandler({ desk: given(parts.parking, 'parking'), service: parts.service, log: parts.log }, route);
    case 'deadlines':
      return deadlinesHandler({ collections: parts.collections, journal: given(parts.journal, 'journal'), now: parts.now }, route);
    case 'upload':
      return uploadHandler({ ...parts, attachments: given(parts.attachments, 'attachments') });
    case 'create':
    case 'command':
      return commandHandler(
        { commands: given(parts.commands, 'commands'), problems, agencies: new Set(parts.agencies.map(({ ref }) => ref)) },
        route,
      );
    default:
      return readHandler(
        {
          collection: given(parts.collections.get(route.aggregate.collection), 'collections'),
          journal: given(parts.journal, 'journal'),
          now: parts.now,
          ...(parts.attachments ? { attachments: parts.attachments } : {}),
        },
        route,
      );
  }
}

function given<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`this service needs '${name}': its declaration has routes for that`);
  return part;
}

function refusing(
  parts: EndpointParts,
  route: string,
  code: PlatformProblemCode,
  headers: Readonly<Record<string, string>> = {},
): RequestHandler {
  return openEndpoint(parts, route, async () => {
    throw platformProblem(code, { headers });
  });
}

// What Express itself throws is about the address, such as `%E0%A4%A`; everything after that is answered by an endpoint.
function refusingFaults(parts: EndpointParts): ErrorRequestHandler {
  return (fault: unknown, request, response, next) => {
    const code = fault instanceof URIError ? 'request-malformed' : 'internal-fault';
    openEndpoint(parts, 'unknown', async () => {
      throw code === 'internal-fault' ? fault : platformProblem(code);
    })(request, response, next);
  };
}

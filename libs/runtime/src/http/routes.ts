import {
  type AnyAggregate,
  type AnyCommandRow,
  consumersOf,
  type Excerpt,
  hasAttachments,
  namesAttachments,
  type Query,
  type Role,
  roles,
  type Service,
} from '@xietong/kernel';

interface Common {
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/v1/projects/{id}`. */
  readonly path: string;
  /** `registerProject`: unique within the service. */
  readonly operation: string;
  readonly roles: readonly Role[];
  readonly words: string;
}
export type CommandRoute = Common & {
  readonly kind: 'create' | 'command';
  readonly aggregate: AnyAggregate;
  readonly command: string;
  readonly row: AnyCommandRow;
};
export type ReadRoute = Common & {
  readonly kind: 'list' | 'get' | 'history' | 'attachment';
  readonly aggregate: AnyAggregate;
  /** Where it shows excerpts instead of documents: to anyone whom they are for, without a token too. */
  readonly excerpt?: Excerpt<never>;
};
export type DeadlinesRoute = Common & {
  readonly kind: 'deadlines';
  /** Those of the service that have any. */
  readonly aggregates: readonly WithDeadlines[];
};
export type WithDeadlines = AnyAggregate & Required<Pick<AnyAggregate, 'deadlines'>>;
export type QueryRoute = Common & { readonly kind: 'query'; readonly query: Query };

/** Sends a file up, for a command to name. */
export type UploadRoute = Common & { readonly kind: 'upload' };

export type ParkingAct = 'list' | 'inspect' | 'replay' | 'mend' | 'discard';
export type ParkingRoute = Common & { readonly kind: 'parking'; readonly act: ParkingAct };

/** A route that a declaration gives rise to. Express, OpenAPI and the access matrix are all drawn from this list. */
export type Route = CommandRoute | ReadRoute | DeadlinesRoute | QueryRoute | UploadRoute | ParkingRoute;

/** Routes without a token, written out: a new one is added here on purpose. */
export const publicPaths = [
  '/livez',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/asyncapi.json',
  '/docs',
  '/docs/start.js',
  '/docs/swagger-ui.css',
  '/docs/swagger-ui-bundle.js',
] as const;

const readersWords = 'staff of an agency in its audience, or an organisation or a person in it';
const excerptWords = 'whoever its excerpt is for; without a token, what is for everyone';

/** Every route of a service, in the order of its declaration. What only the clock or a reaction may do has none. */
export function routesOf(service: Service): Route[] {
  const { aggregates, queries } = service;
  return [
    ...aggregates.flatMap((aggregate) => [...readRoutesOf(aggregate), ...commandRoutesOf(aggregate)]),
    ...deadlineRoutesOf(aggregates),
    ...uploadRoutesOf(service),
    ...queries.filter(isForPeople).map(queryRouteOf),
    ...(consumersOf(service).length > 0 ? parkingRoutes : []),
  ];
}

function readRoutesOf(aggregate: AnyAggregate): ReadRoute[] {
  const path = `/v1/${aggregate.collection}`;
  const common = { method: 'GET', aggregate, roles, words: readersWords } as const;
  const noun = pascal(aggregate.name);
  const { excerpt } = aggregate;
  const excerpts = excerpt && { ...common, excerpt, words: excerptWords, path: `/v1/${excerpt.collection}` };
  return [
    { ...common, kind: 'list', path, operation: `list${pascal(aggregate.collection)}` },
    { ...common, kind: 'get', path: `${path}/{id}`, operation: `get${noun}` },
    { ...common, kind: 'history', path: `${path}/{id}/history`, operation: `getHistoryOf${noun}` },
    ...(hasAttachments(aggregate.state)
      ? [{ ...common, kind: 'attachment', path: `${path}/{id}/attachments/{attachment}`, operation: `getAttachmentOf${noun}` } as const]
      : []),
    ...(excerpts
      ? [
          { ...excerpts, kind: 'list', operation: `list${pascal(excerpts.excerpt.collection)}` } as const,
          { ...excerpts, kind: 'get', path: `${excerpts.path}/{id}`, operation: `getExcerptOf${noun}` } as const,
          ...(hasAttachments(excerpts.excerpt.state)
            ? [
                {
                  ...excerpts,
                  kind: 'attachment',
                  path: `${excerpts.path}/{id}/attachments/{attachment}`,
                  operation: `getAttachmentOfExcerptOf${noun}`,
                } as const,
              ]
            : []),
        ]
      : []),
  ];
}

function deadlineRoutesOf(all: readonly AnyAggregate[]): DeadlinesRoute[] {
  const aggregates = all.filter((aggregate): aggregate is WithDeadlines => aggregate.deadlines !== undefined);
  if (aggregates.length === 0) return [];
  return [{ kind: 'deadlines', method: 'GET', path: '/v1/deadlines', operation: 'listDeadlines', aggregates, roles, words: readersWords }];
}

function commandRoutesOf(aggregate: AnyAggregate): CommandRoute[] {
  const collection = `/v1/${aggregate.collection}`;
  return Object.entries(aggregate.commands)
    .filter(([, row]) => row.allow.roles.length > 0)
    .map(([command, row]) => ({
      kind: row.kind,
      method: 'POST',
      path: row.kind === 'create' ? collection : `${collection}/{id}/${kebab(command)}`,
      operation: `${command}${pascal(aggregate.name)}`,
      aggregate,
      command,
      row,
      roles: row.allow.roles,
      words: row.allow.words,
    }));
}

// Whoever may give one of the commands that name files may send some up.
function uploadRoutesOf({ aggregates }: Service): UploadRoute[] {
  const naming = aggregates.flatMap(({ commands }) => Object.values(commands).filter(({ input }) => namesAttachments(input)));
  const senders = roles.filter((role) => naming.some(({ allow }) => allow.roles.includes(role)));
  if (senders.length === 0) return [];
  const words = `${senders.join(' or ')}, who may give a command that names attachments`;
  return [{ kind: 'upload', method: 'POST', path: '/v1/attachments', operation: 'sendAttachment', roles: senders, words }];
}

/** A route that shows documents about persons. */
export const isPersonalRead = (route: Route): boolean =>
  route.kind === 'deadlines'
    ? route.aggregates.some(({ personal }) => personal)
    : isRead(route) && route.aggregate.personal && route.excerpt === undefined;

const isRead = (route: Route): route is ReadRoute =>
  route.kind === 'list' || route.kind === 'get' || route.kind === 'history' || route.kind === 'attachment';

/** A route that needs no token: it shows excerpts, which may be for everyone. */
export const isForAnyone = (route: Route): route is ReadRoute & { readonly excerpt: Excerpt<never> } =>
  isRead(route) && route.excerpt !== undefined;

const forOperators = { kind: 'parking', roles: ['operator'], words: 'an operator' } as const;

// `replay` stands before `{id}`, which would take it for an id.
const parkingRoutes: readonly ParkingRoute[] = [
  { ...forOperators, act: 'list', method: 'GET', path: '/v1/parked', operation: 'listParked' },
  { ...forOperators, act: 'replay', method: 'POST', path: '/v1/parked/replay', operation: 'replayParked' },
  { ...forOperators, act: 'inspect', method: 'GET', path: '/v1/parked/{id}', operation: 'getParked' },
  { ...forOperators, act: 'mend', method: 'POST', path: '/v1/parked/{id}/mend', operation: 'mendParked' },
  { ...forOperators, act: 'discard', method: 'POST', path: '/v1/parked/{id}/discard', operation: 'discardParked' },
];

function queryRouteOf(query: Query): QueryRoute {
  const path = query.path.startsWith('/v1/') ? query.path : `/v1${query.path}`;
  return { kind: 'query', method: 'GET', path, operation: camel(query.name), query, roles: query.allow.roles, words: query.allow.words };
}

const isForPeople = (query: Query): boolean => query.allow.roles.length > 0;

/** `setPlan` in an address: `set-plan`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase());
/** `market-need`: `MarketNeed`. */
export const pascal = (name: string): string => camel(name).replace(/^\w/, (letter) => letter.toUpperCase());

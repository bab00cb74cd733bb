import { type AnyAggregate, type AnyCommandRow, type Query, type Role, roles, type Service } from '@xietong/kernel';

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
export type ReadRoute = Common & { readonly kind: 'list' | 'get' | 'history'; readonly aggregate: AnyAggregate };
export type QueryRoute = Common & { readonly kind: 'query'; readonly query: Query };

/** A route that a declaration gives rise to. Express, OpenAPI and the access matrix are all drawn from this list. */
export type Route = CommandRoute | ReadRoute | QueryRoute;

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

const readersWords = 'staff of an agency in its audience, or an organisation in it';

/** Every route of a service, in the order of its declaration. What only the clock or a reaction may do has none. */
export function routesOf({ aggregates, queries }: Service): Route[] {
  return [
    ...aggregates.flatMap((aggregate) => [...readRoutesOf(aggregate), ...commandRoutesOf(aggregate)]),
    ...queries.filter(isForPeople).map(queryRouteOf),
  ];
}

function readRoutesOf(aggregate: AnyAggregate): ReadRoute[] {
  const path = `/v1/${aggregate.collection}`;
  const common = { method: 'GET', aggregate, roles, words: readersWords } as const;
  const noun = pascal(aggregate.name);
  return [
    { ...common, kind: 'list', path, operation: `list${pascal(aggregate.collection)}` },
    { ...common, kind: 'get', path: `${path}/{id}`, operation: `get${noun}` },
    { ...common, kind: 'history', path: `${path}/{id}/history`, operation: `getHistoryOf${noun}` },
  ];
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

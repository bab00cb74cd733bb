import type { Actor, Service } from '@xietong/kernel';
import { inputsOf } from '@xietong/testing';
import fc from 'fast-check';
import type { z } from 'zod';
import { openApiOf } from '../../openapi.ts';
import { Discarding, Mending, replayingOf } from '../../parking-forms.ts';
import { type Route, routesOf } from '../../routes.ts';

/** A route with what a right request to it holds. */
export interface Door {
  readonly route: Route;
  /** The schema of its body; a read has none. */
  readonly schema?: z.ZodType;
  /** A body that the schema accepts, with every optional field. */
  readonly right?: object;
  readonly parameters: readonly { readonly name: string; readonly schema: { readonly type?: string; readonly enum?: readonly string[] } }[];
}

/** Every route of the service, with its query parameters as its OpenAPI document names them. */
export function doorsOf(service: Service): Door[] {
  const { paths = {} } = openApiOf(service) as {
    paths?: Record<string, Record<string, { parameters?: ({ in: string } & Door['parameters'][number])[] }>>;
  };
  return routesOf(service).map((route) => {
    const schema = bodyOf(route, service);
    const described = paths[route.path]?.[route.method.toLowerCase()]?.parameters ?? [];
    const [right] = schema ? fc.sample(inputsOf(schema, { whole: true }), { numRuns: 1, seed: 1 }) : [];
    return {
      route,
      parameters: described.filter((parameter) => parameter.in === 'query'),
      ...(schema ? { schema, right: right as object } : {}),
    };
  });
}

function bodyOf(route: Route, service: Service): z.ZodType | undefined {
  if (route.kind === 'create' || route.kind === 'command') return route.row.input;
  if (route.kind !== 'parking') return undefined;
  const schemas = { mend: Mending, discard: Discarding, replay: undefined, list: undefined, inspect: undefined };
  return route.act === 'replay' ? replayingOf(service) : schemas[route.act];
}

const everyRole: Actor['roles'] = ['applicant', 'expert', 'officer', 'director', 'analyst', 'auditor', 'operator', 'partner'];
const of = (agency: NonNullable<Actor['agency']>, org: string): Actor => ({
  id: `all roles of ${agency}`,
  kind: 'person',
  roles: everyRole,
  agency,
  org,
});

/** Whose documents are there, and two who have no part in them. */
export const people = {
  owner: of('NO-03/rcn', 'NO-ORGNR:974760673'),
  neighbour: of('NO-03/inn', 'NO-ORGNR:971035854'),
  abroad: of('CN-331082/kjj', 'CN-USCI:91350100M000100Y43'),
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectsUrl, reportingUrl, type Role, roles } from './platform-access.ts';
import { ask, read } from './requests.ts';

/** The services that have an OpenAPI document and a reviewed access matrix; an officer may read the `first` of their addresses. */
export const services = [
  { name: 'projects', url: projectsUrl, first: `${projectsUrl}/v1/projects` },
  { name: 'reporting', url: reportingUrl, first: `${reportingUrl}/v1/metrics` },
] as const;
export type Service = (typeof services)[number];

/** A route by its method and its path as OpenAPI writes it: `GET /v1/projects/{id}`. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Who may use which route, as people have reviewed it (`golden/access.md`). */
export interface ReviewedAccess {
  /** `isOpen`: without a token too, for what it shows to everyone. */
  readonly routes: readonly (Route & { readonly allowed: readonly Role[]; readonly isOpen: boolean })[];
  readonly withoutToken: readonly string[];
}

const reviewedFile = ({ name }: Service) => join(import.meta.dirname, '..', '..', '..', 'apps', name, 'golden', 'access.md');

export function readReviewedAccess(service: Service): ReviewedAccess {
  const page = readFileSync(reviewedFile(service), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const [header = [], , ...body] = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const routes = body.map((cells) => {
    const [method = '', path = ''] = cells[1]?.split(' ') ?? [];
    const isOpen = cells[header.indexOf('and only')]?.includes('without a token') ?? false;
    return { method, path, allowed: roles.filter((role) => cells[header.indexOf(role)] === '✓'), isOpen };
  });
  const [, listed = ''] = /^Without a token: (.*)\.$/m.exec(page) ?? [];
  return { routes, withoutToken: listed.split(', ') };
}

const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ security: z.array(z.unknown()).optional() }))) });

/** Every route of the OpenAPI document that the running service gives, and whether it says that anybody may use it. */
export async function fetchDescribedRoutes({ url }: Service): Promise<(Route & { readonly isPublic: boolean })[]> {
  const { paths } = read(OpenApi, await ask(`${url}/openapi.json`));
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path,
      isPublic: security !== undefined && security.length === 0,
    })),
  );
}

/**
 * An address of the route at which there is something: a project that is there, a figure that is known. No message is parked, and an
 * agency's journal, which is opened the day after its first event, does not have the id of a project.
 */
export const addressOf = ({ url }: Service, { path }: Route): string =>
  url +
  path
    .replace('{id}', isAboutParked(path) ? noMessage : 'NO-03.rcn.951956')
    .replace('{metric}', 'projects')
    .replace('{call}', 'NO-03.rcn.none')
    .replace('{area}', 'none');

/** Of the routes for operators, where a decision needs no idempotency key. */
export const isAboutParked = (path: string): boolean => path.startsWith('/v1/parked');

/** Of the routes at whose address there is nothing for anybody: only of projects is one known. */
export const isVacant = (path: string): boolean => path.includes('{id}') && !path.startsWith('/v1/projects/');

/** What the routes about parked messages are tried with at each service that parks: nothing of it is there. */
export const desks = [
  { url: reportingUrl, consumer: 'facts', topic: 'CN-331082.kjj.projects' },
  { url: projectsUrl, consumer: 'experts', topic: 'CN-331082.kjj.talent' },
] as const;

/** The id of a parked message that is not there. */
export const noMessage = 'facts~CN-331082.kjj.projects~0~999999999';

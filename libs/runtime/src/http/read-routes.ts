import { audienceOf } from '@xietong/kernel';
import { z } from 'zod';
import { subjectOf } from '../commit/envelope.ts';
import type { Journal } from '../journal/journal.ts';
import type { Collection, Document } from '../store/store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import type { PersonalExchange } from './endpoint.ts';
import { etagOf, isKnownToCaller } from './etag.ts';
import { parseLimit, parseListQuestion } from './list-request.ts';
import { requireJsonAccepted } from './negotiation.ts';
import { platformProblem } from './problem.ts';
import { readQueryString } from './query-string.ts';
import { json, jsonType, type Reply } from './reply.ts';
import { toRepresentation } from './representation.ts';
import { sentName } from './sent-name.ts';
import type { ReadRoute } from './routes.ts';

/** The part of a collection that people read through. */
export type ReadableCollection = Pick<Collection, 'find' | 'list' | 'count' | 'outbox'>;

export interface ReadRouteParts {
  readonly collection: ReadableCollection;
  readonly journal: Pick<Journal, 'read'> | undefined;
}

type Handler = (exchange: PersonalExchange) => Promise<Reply>;

export function readHandler(parts: ReadRouteParts, route: ReadRoute): Handler {
  switch (route.kind) {
    case 'list':
      return listHandler(parts.collection, route);
    case 'get':
      return getHandler(parts.collection);
    case 'history':
      return historyHandler(parts, route);
  }
}

function listHandler(collection: ReadableCollection, { aggregate }: ReadRoute): Handler {
  return async ({ request, actor }) => {
    requireJsonAccepted(request);
    const asked = parseListQuestion(aggregate, readQueryString(request.url));
    const audience = audienceOf(actor);
    const [{ documents, next }, count] = await Promise.all([
      collection.list(audience, asked.request),
      asked.count ? collection.count(audience, asked.request.filter) : undefined,
    ]);
    return json(200, {
      items: documents.map(toRepresentation),
      ...(next === undefined ? {} : { next: toCursor(asked.scope, next) }),
      ...(count === undefined ? {} : { count }),
    });
  };
}

function getHandler(collection: ReadableCollection): Handler {
  return async (exchange) => {
    requireJsonAccepted(exchange.request);
    requireNoParameters(readQueryString(exchange.request.url), []);
    const document = await findFor(collection, exchange);
    const ETag = etagOf(document.version);
    if (isKnownToCaller(exchange.request.headers, document.version)) return { status: 304, headers: { ETag } };
    return json(200, toRepresentation(document), { ETag });
  };
}

const Version = z.int().min(1);

function historyHandler({ collection, journal }: ReadRouteParts, { aggregate }: ReadRoute): Handler {
  return async (exchange) => {
    requireJsonAccepted(exchange.request);
    const parameters = readQueryString(exchange.request.url);
    requireNoParameters(parameters, ['limit', 'after']);
    const limit = parseLimit(parameters);
    const { id } = await findFor(collection, exchange);
    const subject = subjectOf(aggregate.name, id);
    const cursor = parameters.get('after');
    const after = cursor === undefined ? 0 : parseCursor(subject, cursor, Version);
    // The outbox first: what leaves it meanwhile has come into the journal before.
    const waiting = (await collection.outbox([id])).get(id) ?? [];
    const kept = (await journal?.read(subject, after, limit + 1)) ?? [];
    const bodies = new Map([...waiting, ...kept].map((entry) => [entry.version, entry]));
    const entries = [...bodies.values()].filter(({ version }) => version > after).sort((one, other) => one.version - other.version);
    const page = entries.slice(0, limit);
    const last = page.at(-1);
    const next = entries.length > limit && last ? `,"next":${JSON.stringify(toCursor(subject, last.version))}` : '';
    // The exact texts that were signed and sent: parsing and printing them again could change a byte.
    return { status: 200, headers: { 'Content-Type': jsonType }, body: `{"items":[${page.map(({ body }) => body).join(',')}]${next}}` };
  };
}

async function findFor(collection: ReadableCollection, { request, actor }: PersonalExchange): Promise<Document> {
  const document = await collection.find(audienceOf(actor), String(request.params.id));
  if (!document) throw platformProblem('not-found');
  return document;
}

function requireNoParameters(parameters: ReadonlyMap<string, string>, known: readonly string[]): void {
  const unknown = [...parameters.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw platformProblem('parameters-invalid', { details: { unknown: unknown.map(sentName), known } });
}

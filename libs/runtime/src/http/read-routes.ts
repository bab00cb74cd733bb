import type { Instant } from '@xietong/domain';
import { type Actor, type AnyAggregate, attachmentsIn, audienceOf } from '@xietong/kernel';
import { create as dispositionOf } from 'content-disposition';
import { z } from 'zod';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import { excerptWordsOf } from '../access/sight.ts';
import { subjectOf } from '../commit/envelope.ts';
import type { Journal } from '../journal/journal.ts';
import type { AudienceWord, Collection, Document } from '../store/store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import type { PersonalExchange } from './endpoint.ts';
import { etagOf, isKnownToCaller, isNamedByCaller } from './etag.ts';
import { type Findable, findableOf, parseLimit, parseListQuestion } from './list-request.ts';
import { requireJsonAccepted } from './negotiation.ts';
import { notingReads } from './noted-reads.ts';
import { platformProblem } from './problem.ts';
import { readQueryString } from './query-string.ts';
import { json, jsonType, type Reply } from './reply.ts';
import { toExcerpt, toRepresentation } from './representation.ts';
import { sentName } from './sent-name.ts';
import { isPersonalRead, type ReadRoute } from './routes.ts';

/** The part of a collection that people read through. */
export type ReadableCollection = Pick<Collection, 'find' | 'list' | 'count' | 'outbox'>;

export interface ReadRouteParts {
  readonly collection: ReadableCollection;
  readonly journal: Pick<Journal, 'read' | 'noteRead'>;
  readonly now: () => Instant;
  /** Only of a service that has some. */
  readonly attachments?: Pick<AttachmentStore, 'find' | 'open'>;
}

/** An answer with the documents that it shows. */
export interface Look {
  readonly reply: Reply;
  readonly shown: readonly { readonly subject: string; readonly version: number }[];
}

/** Looks something up for whoever asks, by the parameters of the address. */
export type LookUp = (exchange: PersonalExchange, parameters: ReadonlyMap<string, string>) => Promise<Look>;

export function readHandler(parts: ReadRouteParts, route: ReadRoute): (exchange: PersonalExchange) => Promise<Reply> {
  const lookUp = lookUpOf(parts, route);
  const asked = ({ request: { params } }: PersonalExchange) =>
    params.id === undefined ? undefined : subjectOf(route.aggregate.name, String(params.id));
  const noted = isPersonalRead(route) ? notingReads(parts, { operation: route.operation, asked }, lookUp) : lookUp;
  // A file is of the type that it is, whatever is asked for.
  return route.kind === 'attachment' ? replying(noted) : answering(noted);
}

const replying =
  (lookUp: LookUp) =>
  async (exchange: PersonalExchange): Promise<Reply> =>
    (await lookUp(exchange, readQueryString(exchange.request.url))).reply;

/** A look-up as a route: it answers in JSON, by the parameters of the address. */
export function answering(lookUp: LookUp): (exchange: PersonalExchange) => Promise<Reply> {
  const reply = replying(lookUp);
  return async (exchange) => {
    requireJsonAccepted(exchange.request);
    return reply(exchange);
  };
}

function lookUpOf(parts: ReadRouteParts, route: ReadRoute): LookUp {
  switch (route.kind) {
    case 'list':
      return listing(parts.collection, viewOf(route));
    case 'get':
      return getting(parts.collection, viewOf(route));
    case 'history':
      return tellingHistory(parts, route);
    case 'attachment':
      return fetching(parts, route);
  }
}

/** As the journal notes it. */
export const shownAs = ({ name }: Pick<AnyAggregate, 'name'>, { id, version }: Document): Look['shown'][number] => ({
  subject: subjectOf(name, id),
  version,
});

/** What a route shows of documents, to whom, and by what they are found. */
interface View {
  readonly aggregate: AnyAggregate;
  readonly findable: Findable;
  readonly audienceOf: (actor: Actor) => readonly AudienceWord[];
  readonly represent: (document: Document) => object;
}

function viewOf({ aggregate, excerpt }: ReadRoute): View {
  const findable = findableOf(aggregate, excerpt);
  if (!excerpt) return { aggregate, findable, audienceOf, represent: toRepresentation };
  return { aggregate, findable, audienceOf: excerptWordsOf, represent: (document) => toExcerpt(document, excerpt) };
}

function listing(collection: ReadableCollection, view: View): LookUp {
  return async ({ actor }, parameters) => {
    const asked = parseListQuestion(view.findable, parameters);
    const audience = view.audienceOf(actor);
    const [{ documents, next }, count] = await Promise.all([
      collection.list(audience, asked.request),
      asked.count ? collection.count(audience, asked.request.filter) : undefined,
    ]);
    const reply = json(200, {
      items: documents.map(view.represent),
      ...(next === undefined ? {} : { next: toCursor(asked.scope, next) }),
      ...(count === undefined ? {} : { count }),
    });
    return { reply, shown: documents.map((document) => shownAs(view.aggregate, document)) };
  };
}

function getting(collection: ReadableCollection, view: View): LookUp {
  return async (exchange, parameters) => {
    requireNoParameters(parameters, []);
    const document = await findFor(collection, exchange, view.audienceOf);
    const ETag = etagOf(document.version);
    const isKnown = isKnownToCaller(exchange.request.headers, document.version);
    const reply = isKnown ? { status: 304, headers: { ETag } } : json(200, view.represent(document), { ETag });
    return { reply, shown: [shownAs(view.aggregate, document)] };
  };
}

/** A file that the document names, as far as it is shown to the reader: what only its history names, or its other half, is not there for him. */
function fetching({ collection, attachments }: ReadRouteParts, route: ReadRoute): LookUp {
  if (!attachments) throw new Error(`'${route.path}' has no attachments to fetch`);
  const view = viewOf(route);
  const schema = (route.excerpt ?? route.aggregate).state;
  return async (exchange, parameters) => {
    requireNoParameters(parameters, []);
    const { request } = exchange;
    const document = await findFor(collection, exchange, view.audienceOf);
    const named = attachmentsIn(schema, view.represent(document)).find(({ id }) => id === request.params.attachment);
    if (!named) throw platformProblem('not-found');
    const shown = [shownAs(view.aggregate, document)];
    const { id, name, mediaType, bytes, sha256 } = named;
    const ETag = `"${sha256}"`;
    if (isNamedByCaller(request.headers, ETag)) return { reply: { status: 304, headers: { ETag } }, shown };
    if ((await attachments.find([id])).length === 0) throw platformProblem('attachment-lost');
    const headers = { 'Content-Type': mediaType, 'Content-Disposition': dispositionOf(name), ETag };
    return { reply: { status: 200, headers, body: { bytes, open: () => attachments.open(id) } }, shown };
  };
}

const Version = z.int().min(1);

function tellingHistory({ collection, journal }: ReadRouteParts, { aggregate }: ReadRoute): LookUp {
  return async (exchange, parameters) => {
    requireNoParameters(parameters, ['limit', 'after']);
    const limit = parseLimit(parameters);
    const document = await findFor(collection, exchange, audienceOf);
    const { id } = document;
    const subject = subjectOf(aggregate.name, id);
    const cursor = parameters.get('after');
    const after = cursor === undefined ? 0 : parseCursor(subject, cursor, Version);
    // The outbox first: what leaves it meanwhile has come into the journal before.
    const waiting = (await collection.outbox([id])).get(id) ?? [];
    const kept = await journal.read(subject, after, limit + 1);
    const bodies = new Map([...waiting, ...kept].map((entry) => [entry.version, entry]));
    const entries = [...bodies.values()].filter(({ version }) => version > after).sort((one, other) => one.version - other.version);
    const page = entries.slice(0, limit);
    const last = page.at(-1);
    const next = entries.length > limit && last ? `,"next":${JSON.stringify(toCursor(subject, last.version))}` : '';
    // The exact texts that were signed and sent: parsing and printing them again could change a byte.
    const body = `{"items":[${page.map((entry) => entry.body).join(',')}]${next}}`;
    return { reply: { status: 200, headers: { 'Content-Type': jsonType }, body }, shown: [shownAs(aggregate, document)] };
  };
}

async function findFor(
  collection: ReadableCollection,
  { request, actor }: PersonalExchange,
  wordsOf: View['audienceOf'],
): Promise<Document> {
  const document = await collection.find(wordsOf(actor), String(request.params.id));
  if (!document) throw platformProblem('not-found');
  return document;
}

/** Throws 400 for a parameter that the route does not know. */
export function requireNoParameters(parameters: ReadonlyMap<string, string>, known: readonly string[]): void {
  const unknown = [...parameters.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw platformProblem('parameters-invalid', { details: { unknown: unknown.map(sentName), known } });
}

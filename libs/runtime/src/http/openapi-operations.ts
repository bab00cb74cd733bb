import { Instant } from '@xietong/domain';
import { AgencyRef, type AnyAggregate, Attachment, attachmentBytesMax, AttachmentType, type Excerpt, type Service } from '@xietong/kernel';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters } from 'zod-openapi';
import type { deadlineWords } from './deadline-routes.ts';
import { filterNamesOf, type Findable, findableOf, type listWords, sortDefault, sortNamesOf } from './list-request.ts';
import { ifMatchShape } from './etag.ts';
import { keyShape } from './idempotency.ts';
import { pageDefault, pageMax } from './limits.ts';
import { Purpose } from './noted-reads.ts';
import { problemResponses } from './openapi-problems.ts';
import {
  type CommandRoute,
  type DeadlinesRoute,
  isForAnyone,
  isPersonalRead,
  type ParkingRoute,
  type QueryRoute,
  type ReadRoute,
  type Route,
  type WithDeadlines,
} from './routes.ts';
import { Discarding, listQuestionOf, Mending, ParkedItem, ParkedText, parkedIdShape, ReplayAnswer, replayingOf } from './parking-forms.ts';
import { csvType, xlsxType } from './table-export.ts';

/** The representation of each aggregate, one object each, so that the document says it once. */
export type Representations = ReadonlyMap<AnyAggregate | Excerpt<never>, z.ZodType>;

function representationIn(representations: Representations, shown: AnyAggregate | Excerpt<never>): z.ZodType {
  const found = representations.get(shown);
  if (!found) throw new Error(`'${shown.collection}' has no representation`);
  return found;
}

// Who may act on a document of which he reads an excerpt is answered with that.
function answerIn(representations: Representations, { aggregate }: CommandRoute): z.ZodType {
  const whole = representationIn(representations, aggregate);
  return aggregate.excerpt ? z.union([whole, representationIn(representations, aggregate.excerpt)]) : whole;
}

/** One operation of the OpenAPI document. */
export function operationOf(route: Route, service: Service, representations: Representations): ZodOpenApiOperationObject {
  const specifics = specificsOf(route, service, representations);
  return {
    operationId: route.operation,
    tags: [tagOf(route)],
    description: `For ${route.words}.`,
    'x-roles': [...route.roles],
    ...(isForAnyone(route) ? { security: [{}, { bearer: [] }] } : {}),
    ...specifics,
    responses: { ...specifics.responses, ...problemResponses(route, service.problems) },
  };
}

function tagOf(route: Route): string {
  if (route.kind === 'deadlines') return 'deadlines';
  if (route.kind === 'query') return 'queries';
  if (route.kind === 'parking') return 'parked';
  if (route.kind === 'upload') return 'attachments';
  return isForAnyone(route) ? route.excerpt.collection : route.aggregate.collection;
}

function specificsOf(
  route: Route,
  service: Service,
  representations: Representations,
): Pick<ZodOpenApiOperationObject, 'requestParams' | 'requestBody' | 'responses'> {
  switch (route.kind) {
    case 'deadlines':
      return deadlineSpecifics(route);
    case 'query':
      return querySpecifics(route);
    case 'parking':
      return parkingSpecifics(route, service);
    case 'upload':
      return uploadSpecifics;
    case 'create':
    case 'command':
      return commandSpecifics(route, answerIn(representations, route));
    case 'attachment':
      return downloadSpecifics(route);
    default:
      return readSpecifics(route.kind, route, representationIn(representations, route.excerpt ?? route.aggregate));
  }
}

const Id = z.strictObject({ id: z.string() });
const Key = z.string().regex(keyShape).meta({ description: 'Unique for this act; repeat it when retrying.' });
const IfMatch = z
  .string()
  .regex(ifMatchShape)
  .meta({ description: 'The ETag that was read, or *.', examples: ['"3"', '*'] });
const ETag = z.string().meta({ description: 'The version, quoted.' });
const Replayed = z.literal('true').optional().meta({ description: 'Present when this is the answer to an earlier request with the key.' });

function commandSpecifics({ kind, row }: CommandRoute, document: z.ZodType) {
  const isCreate = kind === 'create';
  const requestParams: ZodOpenApiParameters = {
    ...(isCreate ? {} : { path: Id }),
    header: isCreate ? z.object({ 'Idempotency-Key': Key }) : z.object({ 'Idempotency-Key': Key, 'If-Match': IfMatch }),
  };
  const headers = z.object({ ETag, 'Idempotency-Replayed': Replayed, ...(isCreate ? { Location: z.string() } : {}) });
  return {
    requestParams,
    requestBody: { required: !row.input.safeParse({}).success, content: { 'application/json': { schema: row.input } } },
    responses: {
      [isCreate ? '201' : '200']: {
        description: isCreate ? 'Made, or made before with the same key' : 'Done, or done before with the same key',
        headers,
        content: { 'application/json': { schema: document } },
      },
    },
  };
}

// A raw body has no schema in OpenAPI 3.1: its media type says all.
const fileContent = Object.fromEntries(AttachmentType.options.map((type) => [type, {}]));
const Disposition = z.string().meta({
  description: 'The name of the file, by RFC 6266.',
  examples: ["attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf"],
});

const uploadSpecifics = {
  requestParams: { header: z.object({ 'Idempotency-Key': Key, 'Content-Disposition': Disposition }) },
  requestBody: { required: true, description: `The file as it is, up to ${attachmentBytesMax} bytes.`, content: fileContent },
  responses: {
    '201': {
      description: 'Kept, or kept before with the same key; removed after a day unless a command names it',
      headers: z.object({ 'Idempotency-Replayed': Replayed }),
      content: { 'application/json': { schema: Attachment } },
    },
  },
};

function downloadSpecifics(route: ReadRoute) {
  const purpose = isPersonalRead(route) ? { query: z.object({ purpose: Purpose }) } : {};
  const headers = z.object({
    ETag: z.string().meta({ description: 'The SHA-256 of the file, quoted.' }),
    'Content-Disposition': z.string().meta({ description: 'As an attachment, with its name.' }),
    'Content-Length': z.int(),
  });
  return {
    requestParams: {
      path: z.strictObject({ id: z.string(), attachment: z.string() }),
      header: z.object({ 'If-None-Match': z.string().optional() }),
      ...purpose,
    },
    responses: {
      200: { description: 'The file that the document names', headers, content: fileContent },
      304: { description: 'The caller has this file' },
    },
  };
}

const paging = {
  limit: z.int().min(1).max(pageMax).default(pageDefault).optional(),
  after: z.string().optional().meta({ description: 'The `next` of the page before.' }),
};
const Filter = z.string().optional().meta({
  description: 'One value, or several with commas between them: any of them. A value that holds a comma itself is asked for alone.',
});
const Next = z.string().optional().meta({ description: 'Where the next page begins; absent on the last.' });

function readSpecifics(kind: Exclude<ReadRoute['kind'], 'attachment'>, route: ReadRoute, document: z.ZodType) {
  const purpose = isPersonalRead(route) ? { purpose: Purpose } : {};
  const content = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
  switch (kind) {
    case 'list':
      return {
        requestParams: { query: listParameters(findableOf(route.aggregate, route.excerpt)).extend(purpose) },
        responses: {
          200: { description: 'One page', ...content(z.strictObject({ items: z.array(document), next: Next, count: z.int().optional() })) },
        },
      };
    case 'get':
      return {
        requestParams: { path: Id, query: z.object(purpose), header: z.object({ 'If-None-Match': z.string().optional() }) },
        responses: {
          200: { description: 'The document', headers: z.object({ ETag }), ...content(document) },
          304: { description: 'The caller has this version' },
        },
      };
    case 'history':
      return {
        requestParams: { path: Id, query: z.object({ ...paging, ...purpose }) },
        responses: {
          200: { description: 'CloudEvents, oldest first', ...content(z.strictObject({ items: z.array(z.looseObject({})), next: Next })) },
        },
      };
  }
}

function deadlineSpecifics(route: DeadlinesRoute) {
  const words: Record<(typeof deadlineWords)[number], z.ZodType> = {
    before: Instant.optional().meta({ description: 'Documents of which something is owed before this moment.' }),
    ...paging,
  };
  const items = route.aggregates.map(deadlineItemOf);
  const [first, ...others] = items;
  const item = first && others.length > 0 ? z.discriminatedUnion('collection', [first, ...others]) : (first ?? z.never());
  return {
    requestParams: { query: z.object({ ...words, ...(isPersonalRead(route) ? { purpose: Purpose } : {}) }) },
    responses: {
      200: {
        description: 'Documents of which something is owed, the soonest first; what is late stays until it is done',
        content: { 'application/json': { schema: z.strictObject({ items: z.array(item), next: Next }) } },
      },
    },
  };
}

const deadlineItemOf = ({ collection, deadlines }: WithDeadlines) =>
  z.strictObject({
    collection: z.literal(collection),
    id: z.string(),
    title: z.string(),
    agency: AgencyRef,
    deadlines: z
      .array(
        z.strictObject({
          name: z.enum(deadlines.names).meta({ description: 'The field that says when, with the one that it stands in.' }),
          at: Instant.meta({ description: 'The first moment that is too late.' }),
          about: z.string().optional().meta({ description: 'What it is of, where a document has several of one name.' }),
        }),
      )
      .min(1),
  });

function listParameters(aggregate: Findable) {
  const sorts = sortNamesOf(aggregate).flatMap((key) => [key, `-${key}`]);
  const byKey = filterNamesOf(aggregate).map((key) => [key, Filter] as const);
  const words: Record<(typeof listWords)[number], z.ZodType> = {
    ...paging,
    sort: z.enum(sorts).default(sortDefault).optional(),
    count: z.enum(['true', 'false']).optional(),
  };
  return z.object({ ...Object.fromEntries(byKey), ...words });
}

function parkingSpecifics({ act }: ParkingRoute, service: Service) {
  const path = z.strictObject({ id: z.string().meta({ examples: [parkedIdShape] }) });
  const answer = (description: string, schema: z.ZodType) => ({ 200: { description, content: { 'application/json': { schema } } } });
  const input = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });
  switch (act) {
    case 'list':
      return {
        requestParams: { query: listQuestionOf(service) },
        responses: answer('One page, the newest last', z.strictObject({ items: z.array(ParkedItem), next: Next })),
      };
    case 'inspect':
      return { requestParams: { path }, responses: answer('The message, its text, and what was decided about it', ParkedText) };
    case 'replay':
      return { requestBody: input(replayingOf(service)), responses: answer('How far the line of the key went', ReplayAnswer) };
    case 'mend':
      return { requestParams: { path }, requestBody: input(Mending), responses: answer('The mended message', ParkedItem) };
    case 'discard':
      return { requestParams: { path }, requestBody: input(Discarding), responses: answer('The discarded message', ParkedItem) };
  }
}

function querySpecifics({ query, path }: QueryRoute) {
  const fields = query.input instanceof z.ZodObject ? Object.entries(query.input.shape as Record<string, z.ZodType>) : [];
  const isInPath = ([name]: readonly [string, unknown]) => path.includes(`{${name}}`);
  const table = { schema: z.string() };
  return {
    requestParams: {
      path: z.object(Object.fromEntries(fields.filter(isInPath))),
      query: z.object(Object.fromEntries(fields.filter((field) => !isInPath(field)))),
    },
    responses: {
      200: {
        description: 'The answer',
        content: {
          'application/json': { schema: query.output },
          ...(query.table === undefined ? {} : { [csvType]: table, [xlsxType]: table }),
        },
      },
    },
  };
}

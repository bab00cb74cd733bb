import { Instant } from '@xietong/domain';
import { audienceOf, type Deadline } from '@xietong/kernel';
import { z } from 'zod';
import { deadlineKey } from '../store/store-keys.ts';
import type { AudienceWord, Document } from '../store/store.ts';
import { parseCursor, toCursor } from './cursor.ts';
import type { PersonalExchange } from './endpoint.ts';
import { parseLimit } from './list-request.ts';
import { notingReads } from './noted-reads.ts';
import { platformProblem } from './problem.ts';
import { answering, type LookUp, type ReadableCollection, type ReadRouteParts, requireNoParameters, shownAs } from './read-routes.ts';
import { json, type Reply } from './reply.ts';
import { type DeadlinesRoute, isPersonalRead, type WithDeadlines } from './routes.ts';

export interface DeadlineRouteParts extends Pick<ReadRouteParts, 'journal' | 'now'> {
  readonly collections: ReadonlyMap<string, ReadableCollection>;
}

/** The last row that was told of each collection. */
const Places = z.record(z.string(), z.strictObject({ value: z.string(), id: z.string() }));
type Places = z.output<typeof Places>;

/** What has no deadline stands before every text, and so is passed over. */
const beginning = { value: '', id: '' };

interface Row {
  readonly aggregate: WithDeadlines;
  readonly document: Document;
  /** As the store keeps it, the earliest moment of the document. */
  readonly at: string;
}

/**
 * What is owed of all documents that the caller may read, by the earliest deadline of each: one page of each collection by its index, merged.
 * A cursor is a place in each of them.
 */
export function deadlinesHandler(parts: DeadlineRouteParts, route: DeadlinesRoute): (exchange: PersonalExchange) => Promise<Reply> {
  const lookUp = telling(parts.collections, route.aggregates);
  return answering(isPersonalRead(route) ? notingReads(parts, route, lookUp) : lookUp);
}

function telling(collections: DeadlineRouteParts['collections'], aggregates: readonly WithDeadlines[]): LookUp {
  return async ({ actor }, parameters) => {
    const { before, limit, scope, places } = parseQuestion(parameters);
    const audience = audienceOf(actor);
    const found = await Promise.all(
      aggregates.map((aggregate) => rowsOf(aggregate, collections, audience, { after: places[aggregate.collection] ?? beginning, limit })),
    );
    const rows = found.flat().filter(({ at }) => before === undefined || at < before);
    const page = rows.sort(soonestFirst).slice(0, limit);
    const items = page.flatMap(({ aggregate, document }) => itemOf(aggregate, document) ?? []);
    const next = rows.length > limit ? { next: toCursor(scope, { ...places, ...placesAfter(page) }) } : {};
    const personal = page.filter(({ aggregate }) => aggregate.personal);
    return { reply: json(200, { items, ...next }), shown: personal.map(({ aggregate, document }) => shownAs(aggregate, document)) };
  };
}

async function rowsOf(
  aggregate: WithDeadlines,
  collections: DeadlineRouteParts['collections'],
  audience: readonly AudienceWord[],
  { after, limit }: { readonly after: { readonly value: string; readonly id: string }; readonly limit: number },
): Promise<Row[]> {
  const sort = { key: deadlineKey, descending: false };
  // One more than the page holds tells whether another follows it.
  const list = await collections.get(aggregate.collection)?.list(audience, { filter: {}, sort, after, limit: limit + 1 });
  return (list?.documents ?? []).map((document, i) => ({ aggregate, document, at: String(list?.values[i]) }));
}

const soonestFirst = (one: Row, other: Row): number => {
  const [a, b] = [one, other].map(({ at, aggregate, document }) => [at, aggregate.collection, document.id].join('\n'));
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
};

const placesAfter = (page: readonly Row[]): Places =>
  Object.fromEntries(page.map(({ aggregate, document, at }) => [aggregate.collection, { value: at, id: document.id }]));

/** Undefined where nothing is owed by today's declaration, though it was by that under which the document was written. */
function itemOf({ collection, deadlines }: WithDeadlines, { id, agency, state }: Document): object | undefined {
  const owed = deadlines.of(state as never).toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return owed.length === 0
    ? undefined
    : { collection, id, title: deadlines.title(state as never), agency, deadlines: owed satisfies Deadline[] };
}

/** The words of the route, beside `purpose` where it is one about persons. */
export const deadlineWords = ['before', 'limit', 'after'] as const;

function parseQuestion(parameters: ReadonlyMap<string, string>) {
  requireNoParameters(parameters, deadlineWords);
  const before = parseMoment('before', parameters);
  const scope = JSON.stringify(['deadlines', before]);
  const after = parameters.get('after');
  const places: Places = after === undefined ? {} : parseCursor(scope, after, Places);
  return { before, limit: parseLimit(parameters), scope, places };
}

function parseMoment(name: (typeof deadlineWords)[number], parameters: ReadonlyMap<string, string>): Instant | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  const moment = Instant.safeParse(text);
  if (!moment.success) throw platformProblem('parameters-invalid', { details: { wrong: name, example: '2026-06-01T08:00:00.000Z' } });
  return moment.data;
}

import type { AnyAggregate, Excerpt } from '@xietong/kernel';
import { z } from 'zod';
import type { ListRequest } from '../store/store.ts';
import { keyNamesOf } from '../store/store-keys.ts';
import { parseCursor } from './cursor.ts';
import { pageDefault, pageMax } from './limits.ts';
import { platformProblem } from './problem.ts';
import { sentName } from './sent-name.ts';

type Parameters = ReadonlyMap<string, string>;

/** What a list route was asked: the store's request, whether to count, and the scope that its cursors are bound to. */
export interface ListQuestion {
  readonly request: ListRequest;
  readonly count: boolean;
  readonly scope: string;
}

const Place = z.strictObject({ value: z.union([z.string(), z.number(), z.null()]), id: z.string() });

/** What a list is of, and what its documents are found by. */
export type Findable = Pick<AnyAggregate, 'collection' | 'keys' | 'tags' | 'deadlines'>;

/** What a list of the aggregate's documents, or of their excerpts, is found by. */
export function findableOf(aggregate: Findable, excerpt: Excerpt<never> | undefined): Findable {
  if (!excerpt) return aggregate;
  const { collection, findBy } = excerpt;
  return { collection, keys: among(aggregate.keys, findBy), tags: among(aggregate.tags, findBy) };
}

const among = <Selectors extends object>(selectors: Selectors, names: readonly string[]): Selectors =>
  Object.fromEntries(Object.entries(selectors).filter(([name]) => names.includes(name))) as Selectors;

/** What a list can be filtered by, and what it can be sorted by: a document with deadlines also by the earliest of them. */
export const filterNamesOf = ({ keys, tags }: Findable): string[] => [...Object.keys(keys), ...Object.keys(tags)];
export const sortNamesOf = (findable: Findable): string[] => [...keyNamesOf(findable), 'createdAt', 'updatedAt'];
/** The words of the list route, beside those. */
export const listWords = ['limit', 'after', 'sort', 'count'] as const;
/** Newest first, unless asked otherwise. */
export const sortDefault = '-createdAt';

/** Reads the parameters of a list of the aggregate's documents. Throws 400 naming what is wrong and what is known. */
export function parseListQuestion(aggregate: Findable, parameters: Parameters): ListQuestion {
  const filterable = filterNamesOf(aggregate);
  const known: readonly string[] = [...filterable, ...listWords];
  const unknown = [...parameters.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw platformProblem('parameters-invalid', { details: { unknown: unknown.map(sentName), known } });

  const filter = Object.fromEntries(filterable.flatMap((key) => (parameters.has(key) ? [[key, valuesOf(parameters.get(key) ?? '')]] : [])));
  const sort = parseSort(parameters.get('sort') ?? sortDefault, sortNamesOf(aggregate));
  const scope = JSON.stringify([aggregate.collection, filter, sort]);
  const after = parameters.get('after');
  return {
    request: { filter, sort, limit: parseLimit(parameters), ...(after === undefined ? {} : { after: parseCursor(scope, after, Place) }) },
    count: parseCount(parameters.get('count')),
    scope,
  };
}

/** The page size, 1 to 200. Throws 400. */
export function parseLimit(parameters: Parameters): number {
  const text = parameters.get('limit');
  if (text === undefined) return pageDefault;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > pageMax) throw platformProblem('parameters-invalid', { details: { wrong: 'limit', min: 1, max: pageMax } });
  return limit;
}

function parseSort(text: string, known: readonly string[]): ListRequest['sort'] {
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  if (!known.includes(key)) throw platformProblem('parameters-invalid', { details: { wrong: 'sort', known } });
  return { key, descending };
}

function parseCount(text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    throw platformProblem('parameters-invalid', { details: { wrong: 'count', known: ['true', 'false'] } });
  return text === 'true';
}

// A comma stands between two values or in one, and an address does not say which: the whole text is looked for beside its parts.
function valuesOf(text: string): (string | number)[] {
  return [...new Set([text, ...text.split(',')])].flatMap(textOrNumber);
}

// An address knows only text, and a key may hold numbers: what reads as a number is looked for as either.
const textOrNumber = (value: string): (string | number)[] => (String(Number(value)) === value ? [value, Number(value)] : [value]);

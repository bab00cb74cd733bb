import { type CsvCell, csvLine } from '@xietong/domain';
import type { Collection } from '../description/description.ts';
import { valueAt } from '../description/schema.ts';
import type { AggregateVocabulary } from '../words.ts';
import { type Column, columnsOf, titleOf } from './columns.ts';

/** A document as its service answers it. */
export interface Document {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly [name: string]: unknown;
}

// Days, moments and numbers stay as programs write them, so that a spreadsheet can sort and add them; words are the reader's.
const cellOf = ({ path, writing, name }: Column, document: Document, words: AggregateVocabulary): CsvCell => {
  const value = valueAt(document, path);
  if (writing === 'word' && value !== undefined) return words.value(name, String(value), path.at(-2));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

// Without it, a spreadsheet takes the file for one in the computer's own old encoding, and Chinese is unreadable.
const byteOrderMark = '\uFEFF';

/** What is listed as CSV (RFC 4180): the columns of the list, with the id and the name of each document before them. */
export const toCsv = (collection: Collection, documents: readonly Document[], words: AggregateVocabulary): string => {
  const columns = columnsOf(collection);
  const header = [words.field('id'), words.name, ...columns.map(({ name, path }) => words.field(name, path.at(-2)))];
  const rows = documents.map((document) => [
    document.id,
    titleOf(collection, document),
    ...columns.map((column) => cellOf(column, document, words)),
  ]);
  return byteOrderMark + [header, ...rows].map(csvLine).join('');
};

/** The file's name: the collection and the day. */
export const csvName = ({ collection }: Pick<Collection, 'collection'>, day: string): string => `${collection}_${day}.csv`;

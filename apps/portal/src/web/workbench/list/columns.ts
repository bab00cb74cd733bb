import type { Collection, Schema } from '../description/description.ts';
import { branchesOf, findPath, schemaAt, valueAt, type Writing, writingOf } from '../description/schema.ts';

/** A column of a list: where its value stands in a document, and how that is written. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly writing: Writing;
}

// What a document is called by people, the first that it has.
const titleNames = ['title', 'name', 'description'];
const columnsMax = 4;

const columnOf = (document: Schema, name: string): Column | undefined => {
  const path = findPath(document, name);
  const schema = path && schemaAt(document, path);
  const isSingle = schema !== undefined && branchesOf(schema).every(({ type }) => type !== 'array' && type !== 'object');
  if (path === undefined || !isSingle) return undefined;
  return { name, path, schema, writing: writingOf(schema, name) };
};

/** The path of what a document is called; undefined where it has no name, and is called by its id. */
export const titlePathOf = ({ document }: Pick<Collection, 'document'>): readonly string[] | undefined =>
  titleNames.map((name) => findPath(document, name)).find((path) => path !== undefined);

/** What a document is called. */
export const titleOf = (collection: Pick<Collection, 'document'>, document: { readonly id: string }): string => {
  const path = titlePathOf(collection);
  const title = path && valueAt(document, path);
  return typeof title === 'string' ? title : document.id;
};

/** The columns of a list beside what each document is called: its state, the keys that stand in it, and when it changed. */
export const columnsOf = ({ document, filters }: Pick<Collection, 'document' | 'filters'>): readonly Column[] => {
  const title = titlePathOf({ document })?.at(-1);
  const keys = filters.filter((name) => name !== 'status' && name !== title);
  const found = keys.flatMap((name) => columnOf(document, name) ?? []).slice(0, columnsMax);
  return [columnOf(document, 'status') ?? [], found, columnOf(document, 'updatedAt') ?? []].flat();
};

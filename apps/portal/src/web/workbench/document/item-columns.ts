import type { Schema } from '../description/description.ts';
import { amountsIn, branchFor, isRecord } from '../description/schema.ts';

// More would not fit beside each other.
const columnsMax = 8;

// The paths of an object's values, those of objects within it among them; undefined where a list stands in it.
const pathsIn = (schema: Schema, value: unknown): readonly (readonly string[])[] | undefined => {
  if (Array.isArray(value)) return undefined;
  if (!isRecord(value) || amountsIn(schema) || schema['x-attachment']) return [[]];
  const { properties = {} } = branchFor(schema, value);
  const parts = Object.entries(properties)
    .filter(([name]) => value[name] !== undefined)
    .map(([name, each]) => pathsIn(branchFor(each, value[name]), value[name])?.map((path) => [name, ...path]));
  return parts.every((paths) => paths !== undefined) ? parts.flat() : undefined;
};

/** The columns of a table of objects, each the path of a value in them; undefined where they are too rich for a table. */
export const columnsOfItems = (schema: Schema, items: readonly unknown[]): readonly (readonly string[])[] | undefined => {
  const ofItems = items.map((item) => pathsIn(schema, item));
  if (!ofItems.every((paths) => paths !== undefined)) return undefined;
  // The richest item first: it has its values in the order that the schema names them.
  const all = ofItems.toSorted((one, other) => other.length - one.length).flat();
  const columns = [...new Map(all.map((path) => [path.join('.'), path])).values()];
  return columns.length <= columnsMax ? columns : undefined;
};

import { RegionCode } from '@xietong/domain';
import type { Schema } from './description.ts';

/** The alternatives of a schema; one where it has none. */
export const branchesOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (schema: Schema, value: unknown): boolean => {
  if (schema.const !== undefined) return schema.const === value;
  if (schema.pattern !== undefined) return typeof value === 'string' && new RegExp(schema.pattern).test(value);
  const { properties = {}, required = [] } = schema;
  if (schema.type !== 'object' || !isRecord(value)) return schema.type !== 'object' && !isRecord(value);
  return (
    required.every((name) => value[name] !== undefined) &&
    Object.entries(properties).every(([name, { const: wanted }]) => wanted === undefined || value[name] === wanted)
  );
};

/** The alternative that a value was made by; the first where none fits, so that whatever a service answers can be shown. */
export const branchFor = (schema: Schema, value: unknown): Schema => {
  const branches = branchesOf(schema);
  return branches.find((branch) => fits(branch, value)) ?? branches[0] ?? schema;
};

/** The names of an object's fields, those of all its alternatives. */
export const namesIn = (schema: Schema): readonly string[] => [
  ...new Set(branchesOf(schema).flatMap(({ properties = {} }) => Object.keys(properties))),
];

/** A field of an object by its name, in whichever alternatives have it; several are alternatives themselves. */
export const propertyOf = (schema: Schema, name: string): Schema | undefined => {
  const found = branchesOf(schema).flatMap(({ properties = {} }) => (properties[name] ? branchesOf(properties[name]) : []));
  const different = [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
  return different.length > 1 ? { anyOf: different } : different[0];
};

/** The words that a text is one of; undefined where it may be any. */
export const wordsOf = (schema: Schema): readonly string[] | undefined => {
  const words = branchesOf(schema).map((branch) => (branch.const === undefined ? branch.enum : [branch.const]));
  return words.every((some) => some !== undefined) ? [...new Set(words.flat().map(String))] : undefined;
};

/** The amounts of an object that holds nothing but whole numbers and the currency of all of them; undefined where it is another. */
export const amountsIn = ({ properties = {} }: Schema): readonly string[] | undefined => {
  const { currency, ...rest } = properties;
  const isOfAmounts = Object.values(rest).every(({ type }) => type === 'integer');
  return currency?.enum?.includes('CNY') && isOfAmounts ? Object.keys(rest) : undefined;
};

/** How a single value is written. */
export type Writing = 'date' | 'moment' | 'yes-no' | 'region' | 'word' | 'percent' | 'basis-points' | 'number' | 'id' | 'text';

/** How a value of that schema is written. A number's name tells its unit: `weightPercent`, `shareBasisPoints`. */
export const writingOf = (asked: Schema, name: string): Writing => {
  if (wordsOf(asked) !== undefined) return 'word';
  const schema = branchesOf(asked)[0] ?? asked;
  if (schema['x-id-of'] !== undefined) return 'id';
  if (schema.pattern !== undefined && schema.pattern === RegionCode.meta()?.['pattern']) return 'region';
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'moment';
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type !== 'integer' && schema.type !== 'number') return 'text';
  if (/percent$/i.test(name)) return 'percent';
  return /basisPoints$/i.test(name) ? 'basis-points' : 'number';
};

/** Where a field of that name stands in a document: at the top, or else in an object within. Lists are not looked into. */
export const findPath = (schema: Schema, name: string): readonly string[] | undefined => {
  if (propertyOf(schema, name)) return [name];
  for (const outer of namesIn(schema)) {
    const inner = propertyOf(schema, outer);
    const found = inner && findPath(inner, name);
    if (found) return [outer, ...found];
  }
  return undefined;
};

export const schemaAt = (schema: Schema, path: readonly string[]): Schema | undefined =>
  path.reduce<Schema | undefined>((outer, name) => outer && propertyOf(outer, name), schema);

export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((outer, name) => (isRecord(outer) ? outer[name] : undefined), value);

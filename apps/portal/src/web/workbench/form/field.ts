import { amountsIn, branchesOf, type Writing, wordsOf, writingOf } from '../description/schema.ts';
import type { AttachmentLimits, Schema } from '../description/description.ts';

/** A field of a form, as it is drawn and read. */
export type Field =
  | { readonly kind: 'text'; readonly isLong: boolean; readonly isRegion: boolean; readonly lengthMax?: number }
  /** `shift`: how many decimal digits people write that the service counts in whole numbers, 2 of basis points in percent. */
  | { readonly kind: 'number'; readonly shift: number; readonly unit?: '%' }
  /** Amounts of one currency, counted in its minor units. */
  | { readonly kind: 'amounts'; readonly names: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'yes-no' }
  | ({ readonly kind: 'attachment' } & AttachmentLimits)
  | { readonly kind: 'select'; readonly words: readonly string[] }
  | { readonly kind: 'several'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly item: Field; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly fields: readonly NamedField[] }
  /** One of several groups, told apart by a word in the field `by`. */
  | { readonly kind: 'choice'; readonly by: string; readonly alternatives: readonly Alternative[] };

export interface NamedField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly field: Field;
}

export interface Alternative {
  readonly word: string;
  readonly fields: readonly NamedField[];
}

/** Texts that may be longer than this are written in several lines. */
const lineMax = 500;

const fieldsOf = ({ properties = {}, required = [] }: Schema, but?: string): readonly NamedField[] =>
  Object.entries(properties).flatMap(([name, schema]) =>
    name === but ? [] : [{ name, isRequired: required.includes(name), field: fieldOf(schema, name) }],
  );

// The field that has another word in each alternative.
const findDiscriminator = (branches: readonly Schema[]): string | undefined =>
  Object.keys(branches[0]?.properties ?? {}).find((name) => branches.every(({ properties }) => properties?.[name]?.const !== undefined));

const singleField = (writing: Writing, schema: Schema): Field => {
  switch (writing) {
    case 'date':
    case 'moment':
    case 'yes-no':
      return { kind: writing };
    case 'word':
      return { kind: 'select', words: wordsOf(schema) ?? [] };
    case 'number':
      return { kind: 'number', shift: 0 };
    case 'percent':
      return { kind: 'number', shift: 0, unit: '%' };
    case 'basis-points':
      return { kind: 'number', shift: 2, unit: '%' };
    case 'region':
    case 'id':
    case 'text': {
      const { maxLength: lengthMax } = schema;
      const limit = lengthMax === undefined ? {} : { lengthMax };
      return { kind: 'text', isLong: (lengthMax ?? 0) > lineMax, isRegion: writing === 'region', ...limit };
    }
  }
};

/** The field that a value of that schema is asked for by. Throws where a schema has a form that no field has yet. */
export const fieldOf = (schema: Schema, name: string): Field => {
  const branches = branchesOf(schema);
  const limits = schema['x-attachment-id'];
  if (limits) return { kind: 'attachment', ...limits };
  const names = amountsIn(schema);
  if (names) return { kind: 'amounts', names };
  if (schema.type === 'array' && schema.items) return listOf(schema, schema.items, name);
  if (branches.every(({ type }) => type === 'object')) {
    if (branches.length === 1) return { kind: 'group', fields: fieldsOf(schema) };
    const by = findDiscriminator(branches);
    if (by !== undefined) {
      const alternatives = branches.map((branch) => ({
        word: String(branch.properties?.[by]?.const),
        fields: fieldsOf(branch, by),
      }));
      return { kind: 'choice', by, alternatives };
    }
  }
  if (branches.every(({ type }) => type === 'string' || type === 'integer' || type === 'boolean'))
    return singleField(writingOf(schema, name), branches[0] ?? schema);
  throw new Error(`no field is drawn for '${name}': ${JSON.stringify(schema).slice(0, 200)}`);
};

const listOf = ({ minItems: min = 0, maxItems: max = Infinity }: Schema, items: Schema, name: string): Field => {
  const item = fieldOf(items, name);
  return item.kind === 'select' ? { kind: 'several', words: item.words } : { kind: 'list', item, min, max };
};

/** The form of a command: all of its input. */
export const formOf = (input: Schema): Extract<Field, { kind: 'group' }> => ({ kind: 'group', fields: fieldsOf(input) });

import fc from 'fast-check';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

export interface InputOptions {
  /** Every optional field is there, so that none goes untried. */
  readonly whole?: boolean;
}

/**
 * Inputs that the schema accepts, derived from its JSON Schema; what only a refinement knows is left to its own check. Throws where
 * the schema has a part that is not understood, and names it.
 */
export function inputsOf(schema: z.ZodType, { whole = false }: InputOptions = {}): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
  return arbitraryOf(json, whole).filter((input) => schema.safeParse(input).success);
}

function arbitraryOf(schema: JsonSchema, whole: boolean): fc.Arbitrary<unknown> {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map((each) => arbitraryOf(each as JsonSchema, whole)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectsOf(schema, whole);
    case 'array':
      return fc.array(arbitraryOf(schema.items as JsonSchema, whole), {
        minLength: Math.max(schema.minItems ?? 0, whole ? 1 : 0),
        // One of a kind is enough of an input that is there to be spoiled.
        maxLength: whole ? Math.max(schema.minItems ?? 0, 1) : Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'string':
      return textsOf(schema);
    case 'integer':
      return fc.oneof(fc.integer(rangeOf(schema, 100)), fc.integer(rangeOf(schema, 2 ** 31)));
    case 'number':
      return fc.double({ ...rangeOf(schema, 1e6), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no input is derived from ${JSON.stringify(schema)}: give inputs of the command yourself`);
  }
}

function objectsOf({ properties = {}, required = [] }: JsonSchema, whole: boolean): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, arbitraryOf(inner as JsonSchema, whole)]));
  // Without a prototype of its own, an object would not be equal to the same one read from text.
  return fc.record(fields, { noNullPrototype: true, ...(whole ? {} : { requiredKeys: required }) });
}

// Few days, so that two of them are often in order, and often the same.
const days = fc.integer({ min: 0, max: 1200 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString());

function textsOf({ format, pattern, minLength = 0, maxLength = 500 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date') return days.map((instant) => instant.slice(0, 10));
  if (format === 'date-time') return days;
  if (pattern === undefined) return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 12) });
  // What a look-ahead forbids is left out of the making and asked of what was made.
  const shape = new RegExp(pattern);
  return fc.stringMatching(new RegExp(pattern.replaceAll(/\(\?[!=][^()]*\)/g, ''))).filter((text) => shape.test(text));
}

function rangeOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema, span: number): { min: number; max: number } {
  const min = minimum ?? (typeof exclusiveMinimum === 'number' ? Math.floor(exclusiveMinimum) + 1 : -span);
  const most = maximum ?? (typeof exclusiveMaximum === 'number' ? Math.ceil(exclusiveMaximum) - 1 : min + span);
  return { min, max: Math.min(most, min + span) };
}

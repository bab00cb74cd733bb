import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const jsonSchemaOf = (input: z.ZodType): JsonSchema => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });

/** The fields that an input knows by name. */
export function fieldNamesOf(input: z.ZodType): string[] {
  return Object.keys(jsonSchemaOf(input).properties ?? {});
}

/**
 * The paths of objects in an input that would silently drop a field they do not know (`z.object` where `z.strictObject` is meant),
 * so that a caller who sends `approvedAmount` is told. The root is `.`.
 */
export function openObjectsIn(input: z.ZodType): string[] {
  const root = jsonSchemaOf(input);
  const found = new Set<string>();
  const seen = new Set<JsonSchema>();
  const walk = (schema: JsonSchema, path: string): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    if (schema.properties && schema.additionalProperties === undefined) found.add(path || '.');
    for (const [name, inner] of Object.entries(schema.properties ?? {})) walkInto(inner, path ? `${path}.${name}` : name);
    for (const list of [schema.anyOf, schema.oneOf, schema.allOf, schema.prefixItems])
      for (const inner of list ?? []) walkInto(inner, path);
    for (const inner of [schema.items, schema.additionalProperties]) for (const one of [inner ?? []].flat()) walkInto(one, `${path}[]`);
    for (const inner of Object.values(schema.$defs ?? {})) walkInto(inner, path);
  };
  const walkInto = (schema: unknown, path: string): void => {
    if (typeof schema === 'object' && schema !== null) walk(schema as JsonSchema, path);
  };
  walk(root, '');
  return [...found];
}

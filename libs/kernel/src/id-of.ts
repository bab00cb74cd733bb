import type { z } from 'zod';

/**
 * Says of a schema that its text is the id of an aggregate of the same context: the API description tells it as `x-id-of`, by the
 * aggregate's name, and a page makes a link of it.
 */
export function idOf<Schema extends z.ZodType>(aggregate: string, schema: Schema): Schema {
  return schema.meta({ 'x-id-of': aggregate });
}

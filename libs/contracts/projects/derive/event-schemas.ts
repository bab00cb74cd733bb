// Writes golden/schemas: the JSON Schema of every event version, as published. A schema that takes something away is not written:
// declare the next version of the event beside it. Run: node libs/contracts/projects/derive/event-schemas.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectEvents } from '../src/index.ts';
import { type JsonSchema, narrowings, publishedSchemaOf } from '../src/schema-growth.ts';

for (const definition of projectEvents) {
  const file = new URL(`../golden/schemas/${definition.type}.v${definition.version}.json`, import.meta.url);
  const current = publishedSchemaOf(definition);
  const taken = existsSync(file) ? narrowings(JSON.parse(readFileSync(file, 'utf8')) as JsonSchema, current) : [];
  if (taken.length > 0)
    throw new Error(`${definition.type} v${definition.version} only grows; declare a new version:\n${taken.join('\n')}`);
  writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`);
}

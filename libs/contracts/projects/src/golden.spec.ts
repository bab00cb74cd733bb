import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEvents } from './index.ts';
import { type JsonSchema, narrowings, publishedSchemaOf } from './schema-growth.ts';

const golden = join(import.meta.dirname, '../golden');
const jsonFiles = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): unknown => JSON.parse(readFileSync(join(golden, file), 'utf8'));
const versions = projectEvents.map((definition) => ({ definition, file: `${definition.type}.v${definition.version}.json` }));
const files = versions.map(({ file }) => file).sort();

test('every event version has one golden sample, and no sample is left of an event that is gone', () => {
  expect(jsonFiles(golden).sort()).toEqual(files);
});

test('every event version has its published schema, and no schema is left of an event that is gone', () => {
  expect(jsonFiles(join(golden, 'schemas')).sort()).toEqual(files);
});

describe.each(versions)('$file', ({ definition, file }) => {
  test("today's code reads the sample and loses nothing of it", () => {
    const sample = read(file) as { data: unknown };
    expect({ type: definition.type, version: definition.version, data: definition.schema.parse(sample.data) }).toEqual(sample);
  });

  test('the schema has lost nothing since it was published', () => {
    expect(narrowings(read(`schemas/${file}`) as JsonSchema, publishedSchemaOf(definition))).toEqual([]);
  });

  test('the published schema is the one of today; derive/event-schemas.ts writes it anew', () => {
    expect(publishedSchemaOf(definition)).toEqual(read(`schemas/${file}`));
  });
});

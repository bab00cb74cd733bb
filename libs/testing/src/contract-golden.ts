import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyEventDefinition, type DomainRead, eventReader, versionsOf, wireType } from '@xietong/kernel';
import { filesIn, goldenFilesAreCurrent, writeGoldenFiles } from './golden-files.ts';
import { type JsonSchema, narrowings, publishedSchemaOf } from './schema-growth.ts';

/**
 * Declares the tests of a contract: each event version has a golden sample that today's code reads, and a published schema
 * that has only grown. `golden` holds the samples, `golden/schemas` what `publishSchemas` wrote; `project` is whose target writes it.
 */
export function contractStaysReadable(
  context: string,
  newest: readonly AnyEventDefinition[],
  golden: string,
  project = `@xietong/contracts-${context}`,
): void {
  const events = newest.flatMap(versionsOf);
  const read = eventReader(context, newest);
  test('every event version has one golden sample, and no sample is left of an event that is gone', () => {
    expect(filesIn(golden)).toEqual(events.map(fileOf).sort());
  });

  test.each(events.map((event) => ({ event, file: fileOf(event) })))(
    "today's code reads $file and loses nothing of it",
    ({ event, file }) => {
      const sample = readJson(join(golden, file)) as { data: unknown };
      expect({ type: event.type, version: event.version, data: event.schema.parse(sample.data) }).toEqual(sample);
    },
  );

  test.each(newest.flatMap((today) => versionsOf(today).map((event) => ({ today, event, file: fileOf(event) }))))(
    '$file is read as the event of today',
    ({ today, event, file }) => {
      const { data } = readJson(join(golden, file)) as { data: unknown };
      const answer = read(wireType(context, event), data);
      expect(answer).toMatchObject({ definition: today });
      expect(today.schema.safeParse((answer as DomainRead).event.data)).toMatchObject({ success: true });
    },
  );

  test('no published schema has lost anything; a change that takes something away is a new version of the event', () => {
    expect(takenAway(events, golden)).toEqual([]);
  });

  describe('the published schema', () => {
    goldenFilesAreCurrent(project, schemaFilesOf(events), join(golden, 'schemas'));
  });
}

/** Writes the JSON Schema of each event version to `golden/schemas`; throws, and writes nothing, where one has lost something. */
export function publishSchemas(newest: readonly AnyEventDefinition[], golden: string): void {
  const events = newest.flatMap(versionsOf);
  const taken = takenAway(events, golden);
  if (taken.length > 0) {
    const remedy = 'declare a new version beside it, or, where nobody has seen it yet, delete its file in golden/schemas first';
    throw new Error(`a published event only grows; ${remedy}:\n${taken.join('\n')}`);
  }
  writeGoldenFiles(schemaFilesOf(events), join(golden, 'schemas'));
}

const fileOf = ({ type, version }: AnyEventDefinition): string => `${type}.v${version}.json`;
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const schemaFilesOf = (events: readonly AnyEventDefinition[]) =>
  Object.fromEntries(events.map((event) => [fileOf(event), `${JSON.stringify(publishedSchemaOf(event), null, 2)}\n`]));

function takenAway(events: readonly AnyEventDefinition[], golden: string): string[] {
  return events.flatMap((event) => {
    const file = join(golden, 'schemas', fileOf(event));
    if (!existsSync(file)) return [];
    return narrowings(readJson(file) as JsonSchema, publishedSchemaOf(event)).map((sentence) => `${fileOf(event)}: ${sentence}`);
  });
}

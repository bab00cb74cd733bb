import { Attachment, AttachmentId, query, role, type Service } from '@xietong/kernel';
import { z } from 'zod';
import { openObjectsIn } from './closed-input.ts';
import { checkHttpDeclaration } from './declaration-check.ts';
import { Berths, harbour, occupancy, tides } from './testing/toy-service.ts';

const faultsOf = (declared: Service, collections = ['berths'], answers = ['occupancy', 'tides'], hasParking = true): string => {
  try {
    checkHttpDeclaration(declared, new Set(collections), new Set(answers), hasParking);
    return 'no fault';
  } catch (fault) {
    return (fault as Error).message;
  }
};
const asking = (changes: object) => ({ ...harbour, queries: [{ ...occupancy, ...changes }, tides] });

test('a sound declaration passes', () => {
  expect(faultsOf(harbour)).toBe('no fault');
});

test('an input that would drop what it does not know is named, with its path', () => {
  const input = z.object({ harbour: z.string(), inner: z.array(z.object({ a: z.string() })).optional() });
  const message = faultsOf(asking({ input }));
  expect(message).toContain("the input of query 'occupancy' drops unknown fields at '.': use z.strictObject there");
  expect(message).toContain("the input of query 'occupancy' drops unknown fields at 'inner[]': use z.strictObject there");
});

test('objects are looked for in lists, unions, records and options', () => {
  const open = z.object({ x: z.string() });
  const input = z.strictObject({
    a: z.array(open),
    b: z.union([z.string(), open]).optional(),
    c: z.record(z.string(), open),
    d: z.strictObject({ e: open.optional() }),
    f: z.tuple([open]),
  });
  expect(openObjectsIn(input)).toEqual(['a[]', 'b', 'c[]', 'd.e', 'f']);
  expect(openObjectsIn(z.strictObject({ a: z.looseObject({}), b: z.record(z.string(), z.string()) }))).toEqual([]);
});

test('a query without an answer, and a name in its path that is no field', () => {
  expect(faultsOf(harbour, ['berths'], ['tides'])).toContain("query 'occupancy' has no answer");
  expect(faultsOf(asking({ path: '/v1/occupancy/{port}' }))).toContain("query 'occupancy' has '{port}' in its path");
});

test('a table that the output does not have', () => {
  for (const rows of ['unit', 'months'])
    expect(faultsOf(asking({ table: { rows } }))).toContain(`query 'occupancy' exports '${rows}', which is no list of rows in its output`);
});

test('a table that leans on columns or fields that there are not', () => {
  expect(faultsOf(asking({ table: { rows: 'rows', beside: { boats: 'unit' } } }))).toContain(
    "query 'occupancy' sets something beside 'boats', which not every row of its table has",
  );
  for (const table of [{ beside: { berths: 'metre' } }, { namedAfter: 'metre' }])
    expect(faultsOf(asking({ table: { rows: 'rows', ...table } }))).toContain(
      "query 'occupancy' uses 'metre' for its table, which is no field of its output",
    );
});

test('a consumer whose parked messages nobody could decide about', () => {
  expect(faultsOf(harbour, ['berths'], ['occupancy', 'tides'], false)).toContain('its adapters give a parking desk');
  expect(faultsOf({ ...harbour, consumers: [] }, ['berths'], ['occupancy', 'tides'], false)).toBe('no fault');
});

test('a collection that was not opened', () => {
  expect(faultsOf(harbour, [])).toContain("collection 'berths' was not opened");
});

test("a code of the platform's own", () => {
  const problems = {
    ...harbour.problems,
    stale: { kind: 'conflict', title: { zh: '旧', en: 'Old' }, remedy: { zh: '新', en: 'New' } },
  } as const;
  expect(faultsOf({ ...harbour, problems })).toContain("problem 'stale' is one of the platform's own codes");
});

test('a state that uses a name of the representation', () => {
  const state = z.strictObject({ version: z.string() });
  expect(faultsOf({ ...harbour, aggregates: [{ ...Berths, state }] as never })).toContain("state of 'berth' has a field 'version'");
});

test('two routes at one address', () => {
  const twin = query('twin', {
    path: '/v1/berths',
    input: z.strictObject({}),
    output: z.strictObject({}),
    allow: role('analyst'),
    refuses: [],
  });
  expect(faultsOf({ ...harbour, queries: [...harbour.queries, twin] }, ['berths'], ['occupancy', 'tides', 'twin'])).toContain(
    "two routes are 'GET /v1/berths'",
  );
});

test('an attachment in a place where it would not be found, or named by a query, is no sound declaration', () => {
  const { letBerth } = Berths.commands;
  const strayed = {
    ...Berths,
    state: z.strictObject({ byName: z.record(z.string(), Attachment) }),
    commands: { ...Berths.commands, letBerth: { ...letBerth, input: z.strictObject({ pair: z.tuple([AttachmentId]) }) } },
  };
  const message = faultsOf({ ...harbour, aggregates: [strayed] });
  expect(message).toContain("the input of 'letBerth' of 'berth' names an attachment at 'pair.(prefixItems).(0)', where it is not found");
  expect(message).toContain("state of 'berth' has an attachment at 'byName.(additionalProperties)', where it is not found");
  const input = z.strictObject({ harbour: z.string(), plan: AttachmentId });
  expect(faultsOf(asking({ input }))).toContain("query 'occupancy' names attachments, which only a command can");
});

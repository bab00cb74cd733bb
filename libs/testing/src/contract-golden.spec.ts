import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { earlier, event } from '@xietong/kernel';
import { z } from 'zod';
import { contractStaysReadable, publishSchemas } from './contract-golden.ts';
import { filesIn } from './golden-files.ts';

const golden = mkdtempSync(join(tmpdir(), 'xietong-golden-'));
afterAll(() => rmSync(golden, { recursive: true }));

const opened = (data: z.ZodType) => event('door.opened', 1, data);
const closed = event('door.closed', 1, z.object({}));
const textOf = (name: string) => readFileSync(join(golden, 'schemas', name), 'utf8');

test('schemas are published, follow growth, and go when their event goes', () => {
  publishSchemas([opened(z.object({ degrees: z.int() })), closed], golden);
  expect(filesIn(join(golden, 'schemas'))).toEqual(['door.closed.v1.json', 'door.opened.v1.json']);
  publishSchemas([opened(z.object({ degrees: z.int(), by: z.string().optional() }))], golden);
  expect(filesIn(join(golden, 'schemas'))).toEqual(['door.opened.v1.json']);
  expect(textOf('door.opened.v1.json')).toContain('"by"');
});

test('a schema that lost something is not published, and neither is anything else', () => {
  const before = textOf('door.opened.v1.json');
  writeFileSync(join(golden, 'door.opened.v1.json'), '{}');
  expect(() => publishSchemas([closed, opened(z.object({}))], golden)).toThrow('door.opened.v1.json: data.degrees is gone');
  expect([filesIn(join(golden, 'schemas')), textOf('door.opened.v1.json')]).toEqual([['door.opened.v1.json'], before]);
});

const shutFirst = event('door.shut', 1, z.object({ hard: z.boolean() }));
const shut = event('door.shut', 2, z.object({ force: z.int() }), { earlier: earlier(shutFirst, ({ hard }) => ({ force: hard ? 9 : 1 })) });

test('an event is published in every version that it has had', () => {
  publishSchemas([shut], golden);
  expect(filesIn(join(golden, 'schemas'))).toEqual(['door.shut.v1.json', 'door.shut.v2.json']);
});

// The tests that a contract is given, run on one whose event has a second version.
describe('a contract with an event in its second version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-golden-'));
  const sample = (version: number, data: object) =>
    writeFileSync(join(folder, `door.shut.v${version}.json`), JSON.stringify({ type: 'door.shut', version, data }));
  sample(1, { hard: true });
  sample(2, { force: 3 });
  publishSchemas([shut], folder);
  contractStaysReadable('house', [shut], folder);
});

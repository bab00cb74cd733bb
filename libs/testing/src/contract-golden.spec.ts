import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { publishSchemas } from './contract-golden.ts';
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

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditRecord, hashOf } from '@xietong/runtime/audit';
import { exportSource, writeExport } from './export-file.ts';
import { Refused } from './refused.ts';

const folder = mkdtempSync(join(tmpdir(), 'xietong-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const records: AuditRecord[] = [
  { subject: 'project/1', document: { agency: 'NO-03/rcn', version: 2, head: 'h', waiting: [{ version: 2, body: 'waiting' }] } },
  { subject: 'project/1', id: 'project/1/1', version: 1, body: '{"source":"/NO-03/rcn/projects"}' },
];

async function* all() {
  yield* records;
}

async function collected(found: AsyncIterable<AuditRecord>): Promise<AuditRecord[]> {
  const all: AuditRecord[] = [];
  for await (const record of found) all.push(record);
  return all;
}

test('an export gives back what was written, and what waited in an outbox counts as there', async () => {
  const file = join(folder, 'journal.ndjson');
  expect(await writeExport(all(), file)).toBe(2);
  const source = exportSource(file);
  expect(await collected(source.records())).toEqual(records);
  expect(await source.context()).toBe('projects');
  expect(await source.hashesOf(new Set(['project/1/2', 'project/1/3']))).toEqual(new Map([['project/1/2', hashOf('waiting')]]));
});

test("an export is for its owner's eyes only, and is there whole or not at all", async () => {
  const file = join(folder, 'private.ndjson');
  await writeExport(all(), file);
  expect(statSync(file).mode & 0o077).toBe(0);
  async function* failing() {
    yield* records;
    throw new Error('the database is away');
  }
  await expect(writeExport(failing(), join(folder, 'half.ndjson'))).rejects.toThrow('the database is away');
  expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
});

test.each(['{', '{"subject":"project/1"}', '[]'])('a line such as %s is refused by its number', async (line) => {
  const file = join(folder, 'wrong.ndjson');
  writeFileSync(file, `${JSON.stringify(records[1])}\n${line}\n`);
  await expect(collected(exportSource(file).records())).rejects.toThrow(`line 2 of ${file} is no record of an export`);
});

test('a file that is not there is refused', async () => {
  await expect(collected(exportSource(join(folder, 'nowhere')).records())).rejects.toThrow(Refused);
});

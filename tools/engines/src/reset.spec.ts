import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteSet, filesOfSet } from './reset.ts';

describe('reset', () => {
  test('names and deletes what belongs to the engines, and spares what somebody else put there', () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'engines-reset-'));
    mkdirSync(join(stateDir, 'mongo', 'data'), { recursive: true });
    for (const name of ['mongo.ports.json', 'secrets.json', 'thesis.txt']) writeFileSync(join(stateDir, name), '');
    expect(filesOfSet(stateDir).sort()).toEqual(['mongo', 'mongo.ports.json', 'secrets.json'].map((name) => join(stateDir, name)));
    deleteSet(stateDir);
    expect(readdirSync(stateDir)).toEqual(['thesis.txt']);
    rmSync(stateDir, { recursive: true });
  });

  test('leaves no empty folder', () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'engines-reset-'));
    writeFileSync(join(stateDir, 'secrets.json'), '');
    deleteSet(stateDir);
    expect(existsSync(stateDir)).toBe(false);
  });
});

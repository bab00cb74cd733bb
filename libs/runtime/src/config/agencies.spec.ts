import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAgencies, topicOf } from './agencies.ts';

describe('the agencies of a deployment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-agencies-'));
  const file = join(folder, 'agencies.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  const agency = {
    ref: 'CN-331082/kjj',
    name: { zh: '科技局', en: 'Science' },
    kafka: { username: 'CN-331082.kjj', password: 'a secret' },
  };

  it('are read from their file', () => {
    writeFileSync(file, JSON.stringify({ agencies: [agency] }));
    expect(readAgencies(file).agencies).toEqual([agency]);
  });

  it('with a fault are refused by its place, without the passwords beside it', () => {
    writeFileSync(file, JSON.stringify({ agencies: [agency, { ...agency, ref: 'nowhere' }] }));
    expect(() => readAgencies(file)).toThrow(/agencies\.1\.ref/);
    expect(() => readAgencies(file)).not.toThrow(/a secret/);
  });

  it('in a file that is missing or no JSON are refused by its name', () => {
    expect(() => readAgencies(join(folder, 'none.json'))).toThrow(/none\.json cannot be read/);
    writeFileSync(file, '{');
    expect(() => readAgencies(file)).toThrow(/cannot be read as JSON/);
  });

  it('publish each to a topic of its own', () => {
    expect(topicOf('CN-331082/kjj', 'projects')).toBe('CN-331082.kjj.projects');
  });
});

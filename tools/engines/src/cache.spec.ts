import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheDir, cached } from './cache.ts';

describe('the cache', () => {
  const home = mkdtempSync(join(tmpdir(), 'engines-cache-'));
  beforeAll(() => {
    process.env['XDG_CACHE_HOME'] = home;
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('an entry is built once, however many ask for it at the same time', async () => {
    let builds = 0;
    const ask = () =>
      cached({ title: 'thing-1', ingredients: 1 }, async (dir, scratch) => {
        builds += 1;
        writeFileSync(join(scratch, 'left-over'), '');
        writeFileSync(join(dir, 'thing'), 'whole');
      });
    const entries = await Promise.all([ask(), ask(), ask()]);
    expect(builds).toBe(1);
    expect(new Set(entries).size).toBe(1);
    expect(entries[0]).toContain(join(home, 'xietong', 'engines', 'thing-1-'));
    expect(readFileSync(join(entries[0], 'thing'), 'utf8')).toBe('whole');
    expect(readdirSync(entries[0])).toEqual(['thing']);
  });

  test('a build that fails leaves nothing, and the next one may succeed', async () => {
    await expect(cached({ title: 'thing-2', ingredients: 1 }, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(readdirSync(cacheDir()).filter((name) => name.includes('thing-2'))).toEqual([]);
    await expect(cached({ title: 'thing-2', ingredients: 1 }, async () => undefined)).resolves.toContain('thing-2');
  });

  test('other ingredients are another entry', async () => {
    const one = await cached({ title: 'thing-3', ingredients: ['flour', 'water'] }, async () => undefined);
    const other = await cached({ title: 'thing-3', ingredients: ['flour', 'milk'] }, async () => undefined);
    expect(one).not.toBe(other);
  });

  test('what a killed build left behind is cleared by the next build of the same entry, and of no other', async () => {
    const entry = basename(await cached({ title: 'thing-4', ingredients: 1 }, async () => undefined));
    rmSync(join(cacheDir(), entry), { recursive: true });
    const mine = mkdtempSync(join(cacheDir(), `.incoming-${entry}-`));
    const another = mkdtempSync(join(cacheDir(), `.incoming-${entry}-classes-`));
    await cached({ title: 'thing-4', ingredients: 1 }, async () => undefined);
    expect(existsSync(mine)).toBe(false);
    expect(existsSync(another)).toBe(true);
  });

  test('it lies where the XDG convention puts it', () => {
    expect(cacheDir({ XDG_CACHE_HOME: '/somewhere' })).toBe('/somewhere/xietong/engines');
    expect(cacheDir({ HOME: '/home/a' })).toMatch(/\.cache\/xietong\/engines$/);
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.ts';

/** Where one user's clones share what they downloaded and built. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'xietong', 'engines');
}

/**
 * The folder of that name in the cache, made by `build` where it is missing.
 * It appears whole or not at all: `build` fills a folder beside it, which is renamed. A name therefore says what is inside, version included.
 * What `build` puts in the scratch folder is gone afterwards.
 */
export async function cached(name: string, build: (dir: string, scratch: string) => Promise<void>): Promise<string> {
  const entry = join(cacheDir(), name);
  if (existsSync(entry)) return entry;
  mkdirSync(cacheDir(), { recursive: true, mode: 0o700 });
  await withLock(`cache ${entry}`, async () => {
    if (existsSync(entry)) return;
    for (const left of leftovers(name)) rmSync(left, { recursive: true });
    const incoming = mkdtempSync(join(cacheDir(), `.incoming-${name}-`));
    try {
      const scratch = join(incoming, '.scratch');
      mkdirSync(scratch);
      await build(incoming, scratch);
      rmSync(scratch, { recursive: true });
      renameSync(incoming, entry);
    } catch (fault) {
      // On a file system shared with another machine the lock does not hold: whoever renamed first has made the same.
      if (!existsSync(entry)) throw fault;
    } finally {
      rmSync(incoming, { recursive: true, force: true });
    }
  });
  return entry;
}

/** What a build of that name left behind that was killed. */
function leftovers(name: string): string[] {
  const prefix = `.incoming-${name}-`;
  return readdirSync(cacheDir())
    .filter((file) => file.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(file.slice(prefix.length)))
    .map((file) => join(cacheDir(), file));
}

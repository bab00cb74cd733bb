import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.ts';

/** Where one user's clones share what they downloaded and built. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'xietong', 'engines');
}

/** What is looked for in the cache. */
export interface CacheEntry {
  title: string;
  /** All that decides what is inside. */
  ingredients: unknown;
  /** Ends the wait for another process that builds the same. */
  signal?: AbortSignal;
}

/**
 * The folder in the cache that holds what `build` makes of the ingredients, built where it is missing.
 * Other ingredients are another folder, so nothing in the cache is ever stale. A folder appears whole or not at all: `build` fills one
 * beside it, which is renamed; what it puts in the scratch folder is gone afterwards.
 */
export async function cached(
  { title, ingredients, signal }: CacheEntry,
  build: (dir: string, scratch: string) => Promise<void>,
): Promise<string> {
  const name = `${title}-${createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 12)}`;
  const entry = join(cacheDir(), name);
  if (existsSync(entry)) return entry;
  mkdirSync(cacheDir(), { recursive: true, mode: 0o700 });
  const buildOnce = async () => {
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
  };
  await withLock(`cache ${entry}`, buildOnce, signal);
  return entry;
}

/** What a build of that name left behind that was killed. */
function leftovers(name: string): string[] {
  const prefix = `.incoming-${name}-`;
  return readdirSync(cacheDir())
    .filter((file) => file.startsWith(prefix) && /^[A-Za-z0-9]{6}$/.test(file.slice(prefix.length)))
    .map((file) => join(cacheDir(), file));
}

import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

// One folder holds the facts in numbered generations; the file `current` names the one that counts. A rebuild makes the next one.
const pointer = 'current';

/** The generation that counts; undefined before the first one. */
export async function findCurrent(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, pointer), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a generation current at one stroke: whenever the process ends, the pointer names the old one or the new one. */
export async function makeCurrent(folder: string, name: string): Promise<void> {
  const next = join(folder, `${pointer}.next`);
  const file = await open(next, 'w');
  await file.writeFile(`${name}\n`);
  await file.sync();
  await file.close();
  await rename(next, join(folder, pointer));
}

/** The name of the next generation, its folder made. */
export async function beginGeneration(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = String(Math.max(0, ...(await generationsIn(folder)).map(Number)) + 1);
  await mkdir(join(folder, name));
  return name;
}

/** Removes what rebuilds left behind that were killed before they came to an end. */
export async function removeLeftovers(folder: string): Promise<void> {
  const current = await findCurrent(folder);
  for (const name of await generationsIn(folder)) if (name !== current) await removeGeneration(folder, name);
}

export async function removeGeneration(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { recursive: true, force: true });
}

async function generationsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && /^\d+$/.test(entry.name)).map(({ name }) => name);
}

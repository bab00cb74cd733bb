import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { engineNames } from './manifest.ts';
import { filesOf } from './native/set-files.ts';

/** The files of a set of engines that exist: all that `reset` deletes, and nothing else that lies in the folder. */
export function filesOfSet(stateDir: string): string[] {
  const ofEngines = engineNames.flatMap((name) => {
    const { dir, pidFile, portsFile } = filesOf(stateDir, name);
    return [dir, pidFile, portsFile];
  });
  return [...ofEngines, ...['logs', 'secrets.json', 'compose.env'].map((name) => join(stateDir, name))].filter((file) => existsSync(file));
}

/** Deletes those files, and the folder if nothing else is in it. */
export function deleteSet(stateDir: string): void {
  for (const file of filesOfSet(stateDir)) rmSync(file, { recursive: true });
  if (existsSync(stateDir) && readdirSync(stateDir).length === 0) rmdirSync(stateDir);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNames, type EngineName } from '../manifest.ts';
import { findTracked, wasStarted } from '../tracked-process.ts';

/** Files of one engine in a set's state folder. */
export const filesOf = (stateDir: string, name: EngineName) => ({
  dir: join(stateDir, name),
  pidFile: join(stateDir, `${name}.pid`),
  portsFile: join(stateDir, `${name}.ports.json`),
  logFile: join(stateDir, 'logs', `${name}.log`),
});

/** The ports that the engine had when it was last started. */
export function readPorts(stateDir: string, name: EngineName): Record<string, number> | undefined {
  const { portsFile } = filesOf(stateDir, name);
  return existsSync(portsFile) ? (JSON.parse(readFileSync(portsFile, 'utf8')) as Record<string, number>) : undefined;
}

/** The engines of the set that were started, that nobody has stopped, and whose processes are gone. */
export const deadEngines = (stateDir: string): EngineName[] =>
  engineNames.filter((name) => {
    const { pidFile } = filesOf(stateDir, name);
    return wasStarted(pidFile) && !findTracked(pidFile);
  });

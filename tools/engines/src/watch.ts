// What a process needs that watches over a set of engines day and night: small, because it loads no client of any engine.
import { join } from 'node:path';
import { type EngineName, manifest } from './manifest.ts';
import { deadEngines, filesOf } from './native/set-files.ts';
import { findTracked, type TrackedProcess } from './tracked-process.ts';

/** The titles of the native engines of the set that died; what was stopped, or runs elsewhere, is nobody's to raise. */
export const findDeadEngines = (stateDir: string): string[] => deadEngines(stateDir).map((name) => manifest[name].title);

/** The process of a native engine of the set, if it runs. */
export const findEngineProcess = (stateDir: string, name: EngineName): TrackedProcess | undefined =>
  findTracked(filesOf(stateDir, name).pidFile);

/** The command line of the engines, to be run by Node: `up --state <folder>` starts again, with its data, what died. */
export const enginesCli = join(import.meta.dirname, 'cli.ts');

import { join, resolve } from 'node:path';
import type { EngineAddresses } from './addresses.ts';
import { downDocker, findDocker, upDocker } from './docker.ts';
import { parseExternal } from './external.ts';
import { engineNames, usualEngines, type EngineName } from './manifest.ts';
import { downNative, findNative, upNative } from './native/native.ts';
import { lineProgress, terminalProgress } from './progress.ts';

export interface UpOptions {
  /** Where the set keeps its data; a set of one's own (another folder) runs beside the usual one. */
  stateDir?: string;
  /** Engines beyond the usual three: `zipkin`. */
  with?: string[];
  /** Takes the steps as lines; without it they go to standard error, with progress bars on a terminal. */
  report?: (line: string) => void;
}

/** The state folder of this clone's own set of engines. */
export const usualStateDir = join(import.meta.dirname, '..', '..', '..', '.xietong', 'engines');

const modes = ['native', 'docker', 'external'] as const;

/** Who runs the engines, as `XIETONG_ENGINES` says. */
export function parseMode(env: NodeJS.ProcessEnv = process.env): EngineAddresses['mode'] {
  const wish = env['XIETONG_ENGINES'] || 'native';
  const mode = modes.find((known) => known === wish);
  if (!mode) throw new Error(`XIETONG_ENGINES is ${wish}: it must be one of ${modes.join(', ')}`);
  return mode;
}

/**
 * Brings up MongoDB, Kafka and Keycloak and answers where they are, once all serve.
 * What runs already is kept; what died is started again with its data.
 */
export async function upEngines(options: UpOptions = {}): Promise<EngineAddresses> {
  const names = [...new Set([...usualEngines, ...parseEngineNames(options.with ?? [])])];
  const mode = parseMode();
  if (mode === 'external') return parseExternal(process.env);
  const progress = options.report ? lineProgress(options.report) : terminalProgress();
  try {
    return mode === 'docker' ? await upDocker(stateDirOf(options), names) : await upNative(stateDirOf(options), names, progress);
  } finally {
    progress.end();
  }
}

/** Stops the set's engines and leaves no process; their data stay. Engines that somebody else runs are left alone. */
export async function downEngines(options: { stateDir?: string } = {}): Promise<void> {
  const mode = parseMode();
  if (mode === 'native') await downNative(stateDirOf(options));
  if (mode === 'docker') await downDocker(stateDirOf(options));
}

/** Where the set answers, or undefined where one of its engines does not run. */
export async function findEngines(options: { stateDir?: string } = {}): Promise<EngineAddresses | undefined> {
  const mode = parseMode();
  if (mode === 'external') return parseExternal(process.env);
  return mode === 'docker' ? findDocker(stateDirOf(options)) : findNative(stateDirOf(options));
}

export function parseEngineNames(words: readonly string[]): EngineName[] {
  return words.map((word) => {
    const name = engineNames.find((known) => known === word);
    if (!name) throw new Error(`there is no engine ${word}: the engines are ${engineNames.join(', ')}`);
    return name;
  });
}

export function stateDirOf({ stateDir }: { stateDir?: string }): string {
  return resolve(stateDir ?? usualStateDir);
}

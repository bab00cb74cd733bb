import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { engineNames, type EngineName } from './manifest.ts';
import { filesOf } from './native/set-files.ts';

/** Prints the end of the engines' logs, and with `follow` what they add, until it is interrupted. */
export async function printLogs(stateDir: string, names: readonly EngineName[], follow: boolean): Promise<void> {
  const wanted = names.length > 0 ? names : engineNames;
  const files = wanted.map((name) => filesOf(stateDir, name).logFile).filter((file) => existsSync(file));
  if (files.length === 0) throw new Error(`no logs of ${wanted.join(', ')} in ${stateDir}: were they ever started?`);
  const child = spawn('tail', ['-n', '100', ...(follow ? ['-F'] : []), ...files], { stdio: 'inherit' });
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

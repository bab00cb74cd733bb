import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Message } from './start-here.ts';
import { usualStateDir } from './state-files.ts';

/** Starts the platform in a process that stays when this one ends; resolves with the exit code once everything runs, or could not. */
export function startDetached(words: readonly string[]): Promise<number> {
  const logFile = join(usualStateDir, 'logs', 'start.log');
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), ...words], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('line' in message) console.log(message.line);
      if ('failed' in message) console.error(message.failed);
      if ('up' in message) {
        console.log(`${message.up}\nnpm stop ends it; its log: ${logFile}`);
        child.unref();
        resolve(0);
      }
    });
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

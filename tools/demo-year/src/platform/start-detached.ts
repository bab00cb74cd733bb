import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Message } from './keep-platform.ts';
import { yearStateDir } from './state-dir.ts';

/** Starts the platform in a process that stays when this one ends; resolves once it can be used, rejects with why it cannot. */
export function startDetached(report: (line: string) => void): Promise<void> {
  const logFile = join(yearStateDir, 'logs', 'start.log');
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'keep-platform.ts')], { detached: true, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  const end = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', end).on('SIGTERM', end);
  return new Promise<void>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('line' in message) report(message.line);
      if ('failed' in message) reject(new Error(message.failed));
      if ('up' in message) resolve();
    });
    child.once('error', reject).once('exit', (code) => reject(new Error(`the platform ended with code ${code ?? 1}; its log: ${logFile}`)));
  }).finally(() => {
    process.off('SIGINT', end).off('SIGTERM', end);
    child.unref();
  });
}

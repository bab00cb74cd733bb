import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTracked, startTracked, stopTracked, type Command } from '../tracked-process.ts';
import { Fatal, until } from '../until.ts';
import type { Site } from './engine.ts';

/** Starts a throw-away engine, waits until it serves, and ends it gently so that Java writes the archive that the command names. */
export async function trainArchive(title: string, command: Command, { dir, signal }: Site, isReady: () => Promise<boolean>): Promise<void> {
  const pidFile = join(dir, 'pid');
  const logFile = join(dir, 'log');
  // It belongs to no set that could stop it later, so it must not outlive us.
  const mortal = { ...command, file: 'setpriv', args: ['--pdeathsig', 'KILL', command.file, ...command.args] };
  await startTracked(mortal, pidFile, logFile);
  try {
    await untilReady(title, pidFile, logFile, signal, isReady);
  } finally {
    await stopTracked(pidFile, signal.aborted ? 0 : 60_000);
  }
}

/** Waits until the engine serves; where its process ends instead, the fault carries the end of its log. */
export async function untilReady(
  title: string,
  pidFile: string,
  logFile: string,
  signal: AbortSignal,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const tail = () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  await until(
    async () => {
      if (signal.aborted) throw new Fatal(`${title} was stopped while it started`);
      if (!findTracked(pidFile)) throw new Fatal(`${title} ended while it started; the end of ${logFile}:\n${tail()}`);
      return isReady();
    },
    // A start takes seconds; a machine busy with something else gets its time.
    180_000,
    () => `${title} does not serve; the end of ${logFile}:\n${tail()}`,
  );
}

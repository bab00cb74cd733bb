import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './until.ts';

/** What to run, with what in its environment beside ours. */
export interface Command {
  file: string;
  args: string[];
  env?: Record<string, string>;
}

/** A process known by its pid and the moment it began: a pid alone is given to a stranger sooner or later, and a stranger must not be killed. */
export interface TrackedProcess {
  pid: number;
  /** Boot id and start tick. */
  since: string;
}

const logBytesMax = 20_000_000;

// The process writes its own pid file before it becomes the engine: a starter killed at any line leaves no engine that nobody knows.
const announceThenBecome = 'cat /proc/sys/kernel/random/boot_id /proc/$$/stat > "$0.new" && mv "$0.new" "$0" && exec "$@"';

/** Starts the command in a session of its own, which outlives the caller; its output is appended to the log. */
export async function startTracked(command: Command, pidFile: string, logFile: string): Promise<TrackedProcess> {
  if (existsSync(logFile) && statSync(logFile).size > logBytesMax) renameSync(logFile, `${logFile}.1`);
  rmSync(pidFile, { force: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn('/bin/sh', ['-c', announceThenBecome, pidFile, command.file, ...command.args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...command.env },
  });
  closeSync(log);
  child.unref();
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  await until(
    async () => existsSync(pidFile),
    10_000,
    () => `${command.file} did not start`,
  );
  return readPidFile(pidFile);
}

/** Whether it was started and nobody has stopped it since; it may have died. */
export function wasStarted(pidFile: string): boolean {
  return existsSync(pidFile);
}

/** The process of that pid file, if it still runs. */
export function findTracked(pidFile: string): TrackedProcess | undefined {
  if (!existsSync(pidFile)) return undefined;
  const tracked = readPidFile(pidFile);
  return isRunning(tracked) ? tracked : undefined;
}

export function isRunning({ pid, since }: TrackedProcess): boolean {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // No such process.
    return false;
  }
  const { state, startTick } = parseStat(stat);
  return state !== 'Z' && state !== 'X' && `${bootId()} ${startTick}` === since;
}

/** Asks the process to end, insists after the grace, and returns once it is gone. */
export async function stopTracked(pidFile: string, graceMs = 20_000): Promise<void> {
  const tracked = findTracked(pidFile);
  if (tracked) {
    process.kill(tracked.pid, 'SIGTERM');
    const insistAt = Date.now() + graceMs;
    let insisted = false;
    while (isRunning(tracked)) {
      if (!insisted && Date.now() > insistAt) {
        process.kill(tracked.pid, 'SIGKILL');
        insisted = true;
      }
      await pause(20);
    }
  }
  rmSync(pidFile, { force: true });
}

function readPidFile(pidFile: string): TrackedProcess {
  const [boot, stat = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const { pid, startTick } = parseStat(stat);
  return { pid, since: `${boot} ${startTick}` };
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

// proc_pid_stat(5): the pid, the name in parentheses (which may hold spaces), the state; the start tick is the 20th field from the state on.
function parseStat(stat: string): { pid: number; state: string; startTick: string } {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid: Number.parseInt(stat, 10), state: fields[0] ?? '', startTick: fields[19] ?? '' };
}

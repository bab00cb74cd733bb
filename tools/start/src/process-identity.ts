import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** A process known by its pid and the moment it began. A pid alone is given to a stranger sooner or later, and a stranger must not be killed. */
export const ProcessIdentity = z.object({ pid: z.int().positive(), since: z.string().min(1) });
export type ProcessIdentity = z.output<typeof ProcessIdentity>;

/** The process that has the pid now; undefined where none has, or only a dead one that waits for its parent. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  const since = existsSync('/proc/self/stat') ? findStartInProc(pid) : findStartByPs(pid);
  return since === undefined ? undefined : { pid, since };
}

export const isRunning = ({ pid, since }: ProcessIdentity): boolean => findProcess(pid)?.since === since;

/** Asks the process to end, insists after the grace, and returns once it is gone. A stranger with its pid is left alone. */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  const insistAtMs = Date.now() + graceMs;
  signal(identity, 'SIGTERM');
  while (isRunning(identity)) {
    if (Date.now() > insistAtMs) signal(identity, 'SIGKILL');
    await pause(20);
  }
}

function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (isRunning(identity)) process.kill(identity.pid, name);
  } catch (fault) {
    // It may end by itself between the two calls; a process of somebody else is a fault.
    if (isRunning(identity)) throw fault;
  }
}

// proc_pid_stat(5): after the name in parentheses come the state and, 19 fields on, the start in ticks since this boot.
function findStartInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' || state === 'X' ? undefined : `${boot} ${fields[18]}`;
  } catch {
    return undefined;
  }
}

function findStartByPs(pid: number): string | undefined {
  try {
    const [state = '', ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { oneFailed, onePassed, type Tally } from './tally.ts';

/** Every process that `npm test` starts inherits this variable, so whatever is left of a run can be told from all else. */
export const markName = 'XIETONG_VERIFY_RUN';

interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/** Waits until nothing that carries the mark runs any more; what still does is a failure, named and then killed. */
export async function checkNothingIsLeft(mark: string, patienceMs = 10_000): Promise<Tally> {
  const untilMs = Date.now() + patienceMs;
  let left = findMarked(mark);
  while (left.length > 0 && Date.now() < untilMs) {
    await pause(100);
    left = findMarked(mark);
  }
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  if (left.length === 0) return onePassed;
  return oneFailed('no process is left', left.map(({ pid, command }) => `${pid}: ${command}`).join('\n'));
}

/** The processes that inherited the mark; this one did not, for it has set the mark itself. */
export function findMarked(mark: string): Leftover[] {
  if (!existsSync('/proc/self/environ')) throw new Error('left processes can be found only where there is /proc: run `npm test` on Linux');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [environment, command] = [readOf(pid, 'environ'), readOf(pid, 'cmdline')];
      return environment.split('\0').includes(`${markName}=${mark}`)
        ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').trim() }]
        : [];
    });
}

// Empty for a process that has ended meanwhile, that is a zombie, or that is another user's.
function readOf(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

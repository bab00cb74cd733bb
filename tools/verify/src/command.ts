import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.ts';

export interface Command {
  /** A program of the workspace, as in `node_modules/.bin`. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the command early, with all that it started in its process group. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  /** Takes each line as it is printed. */
  readonly onLine?: (line: string) => void;
}

export interface Ended {
  readonly code: number;
  /** All that it printed, without colours. */
  readonly output: string;
}

const bin = join(root, 'node_modules', '.bin');
const graceMs = 10_000;
const drainMsMax = 2_000;

/** Runs a command in the root of the clone until it has ended; what it started in its process group ends with it. */
export async function runCommand({ program, args, env, signal, timeoutMs = 30 * 60_000, onLine }: Command): Promise<Ended> {
  const child = spawn(join(bin, program), args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NX_TUI: 'false', ...env },
  });
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (coloured) => {
      const line = stripVTControlCharacters(coloured);
      lines.push(line);
      onLine?.(line);
    });
  }

  const outOfTime = AbortSignal.timeout(timeoutMs);
  const stop = () => {
    killGroup(child.pid, 'SIGTERM');
    setTimeout(() => killGroup(child.pid, 'SIGKILL'), graceMs).unref();
  };
  AbortSignal.any([signal, outOfTime]).addEventListener('abort', stop);

  const closed = once(child, 'close');
  const [code] = (await once(child, 'exit')) as [number | null];
  killGroup(child.pid, 'SIGKILL');
  // A process that left the group may hold the pipes open for ever; it is looked for at the end.
  await Promise.race([closed, pause(drainMsMax)]);
  if (outOfTime.aborted) lines.push(`${program} did not end within ${timeoutMs / 60_000} minutes`);
  return { code: code ?? 1, output: lines.join('\n').trim() };
}

function killGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    // The group has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

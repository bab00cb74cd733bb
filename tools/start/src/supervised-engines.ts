import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { enginesCli, findDeadEngines } from '@xietong/engines/watch';

const lookEveryMs = 2_000;
const retryMsMax = 60_000;

export interface EngineWatch {
  readonly report: (line: string) => void;
  /** From its abort on nothing is started any more. */
  readonly signal: AbortSignal;
  /** Starts again what died; rejects with why it could not. */
  readonly raise?: (enginesDir: string) => Promise<void>;
  readonly everyMs?: number;
}

/**
 * Starts engines again that died, with their data and on their ports, until the signal comes; services that waited for them go on by
 * themselves. Where that fails it is tried again, less and less often.
 */
export async function superviseEngines(
  enginesDir: string,
  { report, signal, raise = raiseInChild, everyMs = lookEveryMs }: EngineWatch,
): Promise<void> {
  for (let delayMs = everyMs; !signal.aborted; await pause(delayMs, undefined, { signal }).catch(() => undefined)) {
    try {
      const dead = findDeadEngines(enginesDir).join(', ');
      if (dead === '') continue;
      report(`died and started again: ${dead}`);
      await raise(enginesDir);
      report(`serving again: ${dead}`);
      delayMs = everyMs;
    } catch (fault) {
      if (signal.aborted) return;
      delayMs = Math.min(delayMs * 2, retryMsMax);
      report(
        `the engines cannot be looked after; tried again in ${delayMs / 1000} s: ${fault instanceof Error ? fault.message : String(fault)}`,
      );
    }
  }
}

// In a process that ends with its work, so that the one that watches day and night stays small.
function raiseInChild(enginesDir: string): Promise<void> {
  const child = spawn(process.execPath, [enginesCli, 'up', '--state', enginesDir], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim()))));
  });
}

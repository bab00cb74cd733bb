import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BringUpOptions } from './bring-up.ts';
import type { FromBringUp, ToBringUp } from './bring-up-messages.ts';
import type { Supervisor } from './platform-run.ts';
import type { ServicePlan } from './services.ts';

/**
 * Brings the platform up in a process that ends with its work, so that the one that watches over it stays small.
 * Resolves with the last block; rejects with what failed.
 */
export function bringUpInChild(
  supervisor: Supervisor,
  options: Pick<BringUpOptions, 'seed' | 'with'>,
  report: (line: string) => void,
): Promise<string> {
  const words = [supervisor.stateDir, JSON.stringify(options)];
  const child = fork(join(import.meta.dirname, 'bring-up-process.ts'), words, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    signal: supervisor.signal,
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromBringUp) => {
      if ('line' in message) report(message.line);
      if ('note' in message) supervisor.note(message.note);
      if ('start' in message) void startFor(child, supervisor, message.start);
      if ('up' in message) resolve(message.up);
      if ('failed' in message) reject(new Error(message.failed));
      if ('up' in message || 'failed' in message) child.disconnect();
    });
    child.once('error', reject).once('exit', (code, signal) => reject(new Error(`the start itself ended with ${signal ?? code}`)));
  });
}

async function startFor(child: ChildProcess, supervisor: Supervisor, plan: ServicePlan): Promise<void> {
  const answer = await supervisor.startService(plan).then(
    (): ToBringUp => ({ started: plan.name }),
    (fault: unknown): ToBringUp => ({ notStarted: plan.name, why: fault instanceof Error ? fault.message : String(fault) }),
  );
  if (child.connected) child.send(answer);
}

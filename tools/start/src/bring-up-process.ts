import { progressBar } from '@xietong/seed';
import { bringUp, type BringUpOptions } from './bring-up.ts';
import type { FromBringUp, ToBringUp } from './bring-up-messages.ts';
import type { Supervisor } from './platform-run.ts';
import type { ServicePlan } from './services.ts';

// The process behind `bringUpInChild`: it does what takes much memory for a short time, and ends.
const [stateDir = '', words = '{}'] = process.argv.slice(2);
const options = JSON.parse(words) as Pick<BringUpOptions, 'seed' | 'with'>;

// Ctrl-C reaches this process as well; the one that watches decides what it means, and ends this one.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
const ending = new AbortController();
for (const end of ['SIGTERM', 'disconnect'] as const) {
  process.once(end, () => {
    ending.abort();
    process.exit();
  });
}

const tell = (message: FromBringUp): void => void process.send?.(message);
const report = (line: string): void => tell({ line });
const progress = process.stderr.isTTY ? { progress: progressBar(process.stderr) } : {};
const supervisor: Supervisor = { stateDir, signal: ending.signal, note: (note) => tell({ note }), startService };

try {
  const { block } = await bringUp(supervisor, { ...options, report, ...progress });
  tell({ up: block });
} catch (fault) {
  tell({ failed: fault instanceof Error ? fault.message : String(fault) });
}

function startService(plan: ServicePlan): Promise<void> {
  tell({ start: plan });
  return new Promise((resolve, reject) => {
    const hear = (message: ToBringUp) => {
      const name = 'started' in message ? message.started : message.notStarted;
      if (name !== plan.name) return;
      process.off('message', hear);
      if ('started' in message) resolve();
      else reject(new Error(message.why));
    };
    process.on('message', hear);
  });
}

import { service } from '@xietong/kernel';
import { startService } from '@xietong/runtime';
import { settingOf } from '../setting.ts';
import type { Verdict } from './judge.ts';
import { describeVerdict, rebuildFacts } from './rebuild-facts.ts';

// A service without routes: it brings configuration and bus up as reporting does, and its one piece of work is the rebuild.
const rebuilding = service('reporting-rebuild', { problems: {} });

/** Rebuilds the facts and prints what it found. The exit code is 1 when the rebuilt file differs, or could not be made. */
export async function runRebuild(): Promise<void> {
  const environment = { ...process.env, PORT: '0', LOG_LEVEL: 'warn' };
  const started = await startService(rebuilding, {
    environment,
    adapt: async ({ bus, log }) => {
      process.exitCode = await report(() => rebuildFacts(settingOf(environment, log), bus));
      return {};
    },
  });
  await started.stop('the rebuild is done');
}

async function report(rebuilding: () => Promise<Verdict>): Promise<0 | 1> {
  try {
    const verdict = await rebuilding();
    process.stdout.write(`${describeVerdict(verdict).join('\n')}\n`);
    return verdict.swapped ? 0 : 1;
  } catch (fault) {
    process.stderr.write(`the rebuild failed: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 1;
  }
}

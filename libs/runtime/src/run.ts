import { flushCompileCache } from 'node:module';
import type { Service } from '@xietong/kernel';
import { type Adapters, type Engines, startService } from './service-process.ts';
import { ConfigFault } from './config/config-fault.ts';

export type { Adapters, Engines };

/**
 * Runs a declaration until the process is told to stop: `await run(projects)`. `adapt` gives what a declaration cannot say:
 * the answers of its queries and consumers of its own.
 */
export async function run(service: Service, adapt?: (engines: Engines) => Promise<Adapters>): Promise<void> {
  // Nothing is under way yet that would have to finish.
  const quit = (): never => process.exit(0);
  process.once('SIGTERM', quit).once('SIGINT', quit);
  try {
    const started = await startService(service, { environment: process.env, ...(adapt ? { adapt } : {}) });
    // Where the environment names a compile cache, it is written now: a service that is killed writes nothing at its end.
    flushCompileCache();
    const stop = (signal: string) => void started.stop(signal).then(quit, endBadly);
    process.off('SIGTERM', quit).off('SIGINT', quit).once('SIGTERM', stop).once('SIGINT', stop);
  } catch (fault) {
    if (!(fault instanceof ConfigFault)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(78);
  }
}

function endBadly(fault: unknown): never {
  process.stderr.write(`the stop failed: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exit(1);
}

import { Instant } from '@xietong/domain';
import { superviseEngines } from '@xietong/start';
import { enginesDirOf } from '@xietong/start/state-files';
import { startUnderClock } from './under-clock.ts';

/** What the process that keeps a platform tells the one that waits for it. */
export type Message = { readonly line: string } | { readonly up: true } | { readonly failed: string };

// The process behind `startDemoPlatform`: it stays, watches over the services and the engines, and ends all of them when it is told to end.
const [stateDir = '', startsAt] = process.argv.slice(2);
const tell = (message: Message): void => {
  if (process.connected) process.send?.(message);
};
const report = (line: string): void => {
  console.log(line);
  tell({ line });
};

try {
  const platform = await startUnderClock(stateDir, Instant.parse(startsAt), report);
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.once(signal, () => {
      ending.abort();
      void platform.stop().then(() => process.exit(0));
    });
  }
  tell({ up: true });
  if (process.connected) process.disconnect();
  await superviseEngines(enginesDirOf(stateDir), { report, signal: ending.signal });
} catch (fault) {
  const failed = fault instanceof Error ? fault.message : String(fault);
  console.error(failed);
  tell({ failed });
  process.exitCode = 1;
}

import { flushCompileCache } from 'node:module';
import type { Service } from '@xietong/kernel';
import { type Adapters, type Engines, startService } from '@xietong/runtime';
import { openClockDoor } from './clock-door.ts';
import { clockFolderVariable, getSetting, writeDoor } from './clock-files.ts';
import { shownBy } from './clock-setting.ts';

/**
 * Runs a declaration as `run` of the runtime does, but under the clock of a demonstration: all that the service decides and stores is dated
 * by it, while tokens are checked by the machine's. A service that is started again finds the clock as it was set last.
 */
export async function serveUnderClock(service: Service, adapt?: (engines: Engines) => Promise<Adapters>): Promise<void> {
  const folder = process.env[clockFolderVariable];
  if (folder === undefined) throw new Error(`${clockFolderVariable} names no folder`);
  let setting = getSetting(folder);
  const started = await startService(service, {
    environment: process.env,
    now: () => shownBy(setting, Date.now()),
    ...(adapt && { adapt }),
  });
  const { door, close } = await openClockDoor((next) => {
    setting = next;
    return started.strike();
  });
  writeDoor(folder, service.context, door);
  flushCompileCache();
  const stop = (signal: string) =>
    void close()
      .then(() => started.stop(signal))
      .then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

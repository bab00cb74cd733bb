import { join } from 'node:path';
import { findStateFile, writeStateFile } from '@xietong/start/state-files';
import { z } from 'zod';
import { ClockSetting } from './clock-setting.ts';

/** Where a service of a demonstration lets its clock be moved, and by whom: who knows the secret, which it makes anew at each start. */
const ClockDoor = z.object({ url: z.url(), secret: z.string().min(32) });
export type ClockDoor = z.output<typeof ClockDoor>;

/** What the clock is called in the environment of the services under `tools/demo-year`, and of those alone: the folder of its files. */
export const clockFolderVariable = 'DEMO_YEAR_CLOCK_DIR';

const settingFile = (folder: string): string => join(folder, 'setting.json');
const doorFile = (folder: string, context: string): string => join(folder, `${context}.json`);

export const findSetting = (folder: string): ClockSetting | undefined => findStateFile(settingFile(folder), ClockSetting);
export const writeSetting = (folder: string, setting: ClockSetting): void => writeStateFile(settingFile(folder), setting);

/** Throws where the clock was never set. */
export function getSetting(folder: string): ClockSetting {
  const setting = findSetting(folder);
  if (!setting) throw new Error(`the clock of this demonstration is not set: there is none in ${folder}`);
  return setting;
}

export const writeDoor = (folder: string, context: string, door: ClockDoor): void => writeStateFile(doorFile(folder, context), door);

/** Throws where the service has not started yet. */
export function getDoor(folder: string, context: string): ClockDoor {
  const door = findStateFile(doorFile(folder, context), ClockDoor);
  if (!door) throw new Error(`${context} does not run under the clock of ${folder}`);
  return door;
}

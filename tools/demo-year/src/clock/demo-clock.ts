import { join } from 'node:path';
import type { Instant } from '@xietong/domain';
import { type ServiceName, serviceNames } from '@xietong/engines';
import { z } from 'zod';
import { getDoor, getSetting, writeSetting } from './clock-files.ts';
import { type ClockSetting, runningFrom, shownBy, standingAt } from './clock-setting.ts';

/** The one clock of all services of a demonstration. It only ever goes forward. */
export interface DemoClock {
  now(): Instant;
  /**
   * Sets the clock to a later moment, where it stands, and lets every service look for deadlines at once; resolves with how many commands
   * they gave. A moment that is not later changes nothing and resolves with 0.
   */
  moveTo(at: Instant): Promise<number>;
  /** Lets the clock run on from what it shows. */
  release(): Promise<void>;
}

const Struck = z.object({ struck: z.int() });

export const clockFolderOf = (stateDir: string): string => join(stateDir, 'clock');

/** The clock of the demonstration that runs from this state folder. */
export function demoClock(stateDir: string, machineNow: () => number = Date.now): DemoClock {
  const folder = clockFolderOf(stateDir);
  const now = (): Instant => shownBy(getSetting(folder), machineNow());
  // Written down first: a service that starts again just now takes it from there.
  const set = async (setting: ClockSetting): Promise<number> => {
    writeSetting(folder, setting);
    const struck = await Promise.all(serviceNames.map((name) => tell(folder, name, setting)));
    return struck.reduce((sum, count) => sum + count, 0);
  };
  return {
    now,
    moveTo: async (at) => (Date.parse(at) > Date.parse(now()) ? set(standingAt(at)) : 0),
    async release() {
      if (getSetting(folder).kind === 'standing') await set(runningFrom(now(), machineNow()));
    },
  };
}

async function tell(folder: string, name: ServiceName, setting: ClockSetting): Promise<number> {
  const { url, secret } = getDoor(folder, name);
  const response = await fetch(url, { method: 'PUT', headers: { authorization: `Bearer ${secret}` }, body: JSON.stringify(setting) });
  if (!response.ok) throw new Error(`the clock of ${name} does not move: ${response.status} ${await response.text()}`);
  return Struck.parse(await response.json()).struck;
}

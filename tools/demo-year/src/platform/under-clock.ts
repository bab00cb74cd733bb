import { join } from 'node:path';
import type { Instant } from '@xietong/domain';
import { serviceNames } from '@xietong/engines';
import { type Platform, type ServicePlan, startPlatform } from '@xietong/start';
import { clockFolderVariable, findSetting, writeSetting } from '../clock/clock-files.ts';
import { standingAt } from '../clock/clock-setting.ts';
import { clockFolderOf } from '../clock/demo-clock.ts';

/** Starts a platform under this process whose services go by the clock of the state folder; a clock that was never set stands at `startsAt`. */
export function startUnderClock(stateDir: string, startsAt: Instant, report: (line: string) => void): Promise<Platform> {
  // Engines that somebody else runs may hold what another platform keeps there, under the same names.
  if (process.env['XIETONG_ENGINES'] === 'external') throw new Error('a demonstration runs on engines of its own: unset XIETONG_ENGINES');
  const folder = clockFolderOf(stateDir);
  if (!findSetting(folder)) writeSetting(folder, standingAt(startsAt));
  return startPlatform({ stateDir, report, seed: false, runAs: (plan) => underClock(plan, folder) });
}

const underClock = (plan: ServicePlan, folder: string): ServicePlan =>
  serviceNames.some((name) => name === plan.name)
    ? {
        ...plan,
        mainFile: join(import.meta.dirname, '..', 'serve', `${plan.name}.ts`),
        environment: { ...plan.environment, [clockFolderVariable]: folder },
      }
    : plan;

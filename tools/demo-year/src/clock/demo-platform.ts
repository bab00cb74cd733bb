import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@xietong/domain';
import { endingWith, serviceNames } from '@xietong/engines';
import { type Platform, type ServicePlan, type StartOptions, startPlatform, stopPlatform } from '@xietong/start';
import { clockFolderVariable, findSetting, writeSetting } from './clock-files.ts';
import { standingAt } from './clock-setting.ts';
import { clockFolderOf, type DemoClock, demoClock } from './demo-clock.ts';

export interface DemoPlatformOptions extends Omit<StartOptions, 'runAs' | 'seed' | 'stateDir'> {
  /** What the clock shows at first, and stands at until it is moved. A platform that ran before goes on where it was. */
  readonly startsAt: Instant;
}

/** A platform whose services all go by one clock that can be moved. */
export interface DemoPlatform extends Platform {
  readonly stateDir: string;
  readonly clock: DemoClock;
}

/** Starts a platform of a state folder of its own, empty of projects, under a clock that can be moved. */
export async function startDemoPlatform(stateDir: string, { startsAt, ...options }: DemoPlatformOptions): Promise<DemoPlatform> {
  // Engines that somebody else runs may hold what another platform keeps there, under the same names.
  if (process.env['XIETONG_ENGINES'] === 'external') throw new Error('a demonstration runs on engines of its own: unset XIETONG_ENGINES');
  const folder = clockFolderOf(stateDir);
  if (!findSetting(folder)) writeSetting(folder, standingAt(startsAt));
  const platform = await startPlatform({ ...options, stateDir, seed: false, runAs: (plan) => underClock(plan, folder) });
  return { ...platform, stateDir, clock: demoClock(stateDir) };
}

/** Runs `work` on a platform of its own under a clock that can be moved, in a folder of its own. Both end with it, also where it fails. */
export async function withDemoPlatform<Result>(
  options: DemoPlatformOptions,
  work: (platform: DemoPlatform) => Promise<Result>,
): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'xietong-demo-'));
  const end = (): Promise<void> => stopPlatform(stateDir).then(() => rmSync(stateDir, { recursive: true, force: true }));
  return endingWith(end, async () => work(await startDemoPlatform(stateDir, options)));
}

const underClock = (plan: ServicePlan, folder: string): ServicePlan =>
  serviceNames.some((name) => name === plan.name)
    ? {
        ...plan,
        mainFile: join(import.meta.dirname, '..', 'serve', `${plan.name}.ts`),
        environment: { ...plan.environment, [clockFolderVariable]: folder },
      }
    : plan;

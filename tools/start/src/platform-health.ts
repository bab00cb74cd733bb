import { findDeadEngines } from '@xietong/engines/watch';
import type { PlatformRecord } from './platform-file.ts';
import { isWhole, renderStatus } from './render-status.ts';
import { enginesDirOf } from './state-files.ts';
import { findObstacle } from './supervised-service.ts';

/** How a platform is, in words for people, and whether all of it is ready. */
export async function platformHealth(
  record: PlatformRecord,
  stateDir: string,
): Promise<{ readonly words: string; readonly whole: boolean }> {
  const asked = Object.entries(record.services).map(async ([name, { url }]): Promise<[string, string | undefined]> => [
    name,
    await findObstacle(url),
  ]);
  const obstacles = Object.fromEntries(await Promise.all(asked));
  const dead = findDeadEngines(enginesDirOf(stateDir));
  return { words: renderStatus(record, obstacles, dead), whole: isWhole(obstacles, dead) };
}

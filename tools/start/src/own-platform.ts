import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingWith } from '@xietong/engines';
import { stopPlatform } from './platform-run.ts';
import { type Platform, type StartOptions, startPlatform } from './start-platform.ts';

/** Runs `work` on a whole platform of its own in a folder of its own. Both end with it: also where it fails, and where this process is told to end. */
export async function withOwnPlatform<Result>(
  options: Omit<StartOptions, 'stateDir'>,
  work: (platform: Platform, stateDir: string) => Promise<Result>,
): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'xietong-platform-'));
  const end = (): Promise<void> => stopPlatform(stateDir).then(() => rmSync(stateDir, { recursive: true, force: true }));
  return endingWith(end, async () => work(await startPlatform({ ...options, stateDir }), stateDir));
}

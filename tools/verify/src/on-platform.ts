import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Platform, startPlatform, stopPlatform } from '@xietong/start';
import { testEndToEnd } from './jest-steps.ts';
import { engineEnvironment } from './on-engines.ts';
import type { Session } from './session.ts';
import { nothing } from './tally.ts';

/** Starts a whole platform of its own with the real data set in it, and runs the end-to-end tests, the browser's among them. */
export async function checkOnPlatform(session: Session, scratchDir: string): Promise<void> {
  const stateDir = join(scratchDir, 'platform');
  const chromium = await session.provide('a browser for the end-to-end tests', async () => getChromium(process.env['PATH'] ?? ''));
  if (chromium === undefined) return;
  // A start in progress ends early only from outside; `release` below waits for the same end.
  session.signal.addEventListener('abort', () => {
    stopPlatform(stateDir).catch((error: unknown) => session.say(String(error)));
  });
  try {
    const platform = await session.provide('platform of its own', () => startPlatform({ stateDir, seed: true, report: session.say }));
    if (platform)
      await session.check('end-to-end tests', () =>
        testEndToEnd(session, { ...platformEnvironment(platform, stateDir), XIETONG_TEST_CHROMIUM: chromium }),
      );
  } finally {
    await session.release('platform stops', async () => {
      await stopPlatform(stateDir);
      return nothing;
    });
  }
}

/** Where the platform is, as the tests read it. */
const platformEnvironment = ({ portal, services, issuer, engines }: Platform, stateDir: string): Record<string, string> => ({
  ...engineEnvironment(engines),
  XIETONG_TEST_PORTAL_URL: portal,
  XIETONG_TEST_PROJECTS_URL: services.projects,
  XIETONG_TEST_REPORTING_URL: services.reporting,
  XIETONG_TEST_OIDC_ISSUER: issuer,
  XIETONG_TEST_STATE_DIR: stateDir,
  XIETONG_TEST_ANALYST_USERNAME: analyst,
  XIETONG_TEST_ANALYST_PASSWORD: passwordOf(analyst, stateDir),
});

const analyst = 'rcn-analyst';

// Passwords are made by chance at each first start, and stand in a file of the platform's state.
function passwordOf(username: string, stateDir: string): string {
  const { people } = JSON.parse(readFileSync(join(stateDir, 'secrets.json'), 'utf8')) as { people: Record<string, string> };
  const password = people[username];
  if (password === undefined) throw new Error(`the platform has no user ${username}`);
  return password;
}

/** The file of the Chromium on the path. Throws, with the command that installs it, where there is none. */
export function getChromium(path: string): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = path
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
  if (!found) throw new Error('there is no Chromium on the path; on Debian: apt-get install --yes chromium fonts-noto-cjk');
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run.
    return false;
  }
}

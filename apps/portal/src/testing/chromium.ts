import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

/** Where this machine has Chromium: `XIETONG_TEST_CHROMIUM` or `CHROMIUM_PATH`, else one of the usual places. Throws with the command that installs it. */
export const getChromiumPath = (
  places: readonly string[] = usualPlaces,
  chosen = process.env['XIETONG_TEST_CHROMIUM'] ?? process.env['CHROMIUM_PATH'],
): string => {
  const found = chosen ?? places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('No Chromium: `apt-get install chromium fonts-noto-cjk`, or name one in CHROMIUM_PATH.');
  return found;
};

/**
 * A browser of its own. As root Chromium cannot use its sandbox, and says so by not starting; where the locale knows no Chinese it cannot give a
 * file its name.
 */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: getChromiumPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredVariable } from '@xietong/testing';
import type { Browser, Page } from 'playwright-core';
import { type Caller, callerOn } from './publicised-application.ts';
import { logIn, settled, visit } from './visit.ts';

/** The portal that the tests are of. */
export const portalUrl = requiredVariable('XIETONG_TEST_PORTAL_URL').replace(/\/$/, '');

const { people } = JSON.parse(readFileSync(join(requiredVariable('XIETONG_TEST_STATE_DIR'), 'secrets.json'), 'utf8')) as {
  people: Record<string, string>;
};
/** The password of one of the demonstration's people. */
export const passwordOf = (name: string): string => people[name] ?? '';

/** Somebody who has logged in, in a browser profile of his own. */
export interface Reader {
  readonly page: Page;
  readonly complaints: string[];
  readonly caller: Caller;
}

/** Logs one of the demonstration's people in, on his first page. */
export const visitAs = async (browser: Browser, name: string, lang: 'zh' | 'en' = 'zh'): Promise<Reader> => {
  const visited = await visit(browser, { portalUrl, lang });
  await logIn(visited.page, '/', name, passwordOf(name));
  await settled(visited.page);
  return { ...visited, caller: await callerOn(visited.page, portalUrl) };
};

/** Opens an address, and waits until nothing is loading any more. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await settled(page);
};

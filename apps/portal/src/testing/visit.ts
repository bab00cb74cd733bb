import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, of the content security policy, of files that did not come. */
  readonly complaints: string[];
}

interface VisitOptions {
  readonly portalUrl: string;
  readonly width?: number;
  readonly lang?: 'zh' | 'en';
}

/** Opens the portal in a browser profile of its own: nobody is logged in, nothing is remembered. */
export const visit = async (browser: Browser, { portalUrl, width = 1440, lang = 'zh' }: VisitOptions): Promise<Visit> => {
  const context = await browser.newContext({ baseURL: portalUrl, viewport: { width, height: 900 }, acceptDownloads: true });
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('xietong.language') === null) localStorage.setItem('xietong.language', chosen);
  }, lang);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(portalUrl) || message.location().url === '';
    if (message.type() === 'error' && isOurs) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
};

/** Logs in on Keycloak's own page, coming from an address of the portal and going back to it. */
export const logIn = async (page: Page, address: string, username: string, password: string): Promise<void> => {
  await page.goto(address);
  await page.locator('.sign-in button').click();
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
  await page.locator('nav.navigation').waitFor();
};

/** Waits until nothing is loading any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
};

/** What axe finds wrong on the page and calls serious or critical, one line a rule. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

import { readFile } from 'node:fs/promises';
import { requiredVariable } from '@xietong/testing';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './testing/chromium.ts';
import { callerOn, command, publicise } from './testing/publicised-application.ts';
import { goTo, passwordOf, portalUrl } from './testing/readers.ts';
import { logIn, seriousFaults, settled, type Visit, visit } from './testing/visit.ts';

// The numbers are those of the data set that the platform imports (the EU's grants in Norway).

const username = requiredVariable('XIETONG_TEST_ANALYST_USERNAME');
const password = requiredVariable('XIETONG_TEST_ANALYST_PASSWORD');

const events98 = '/figures/pair-projects?by=a,b&events=a%3DNO-03%26b%3DNO-30';
const addresses = [
  '/',
  '/?view=chord',
  '/?view=table&measure=pair-amount',
  '/figures',
  '/figures/pair-projects',
  events98,
  '/projects',
  '/projects/NO-03.rcn.951956',
  '/publicity',
  '/nowhere',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const open: Page[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.context().close()));
});

const visitAsAnalyst = async (address = '/', options: { width?: number; lang?: 'zh' | 'en' } = {}) => {
  const visited = await visit(browser, { portalUrl, ...options });
  open.push(visited.page);
  await logIn(visited.page, address, username, password);
  await settled(visited.page);
  return visited;
};

describe('an analyst', () => {
  test('logs in through Keycloak and comes back to the page that was asked for', async () => {
    const { page } = await visitAsAnalyst('/projects?year=2020&sort=number');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/projects?year=2020&sort=number');
    await page.getByRole('heading', { level: 1, name: '项目' }).waitFor();
  });

  test('reads the key figures, exact to the cent', async () => {
    const { page, complaints } = await visitAsAnalyst();
    const figures = await page.locator('.key-figures').innerText();
    for (const figure of ['1,957', '2,931', '€1,672,234,782.37', '19.4%', '380']) expect(figures).toContain(figure);
    expect(complaints).toEqual([]);
  });

  test('sees which regions work together, and that Oslo and Viken do most', async () => {
    const { page } = await visitAsAnalyst();
    await page.getByRole('link', { name: '奥斯陆 – 维肯: 98' }).first().waitFor();
    const pairs = await page.locator('.top-pairs li').allInnerTexts();
    expect(pairs.slice(0, 3).map((pair) => pair.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^奥斯陆 – 维肯 98 个项目/),
      expect.stringMatching(/^奥斯陆 – 特伦德拉格 81 个项目/),
      expect.stringMatching(/^维肯 – 特伦德拉格|^特伦德拉格 – 维肯/),
    ]);
  });

  test('opens a number down to the very events, and a colleague opens the same by the link', async () => {
    const { page } = await visitAsAnalyst();
    await page.getByRole('link', { name: '奥斯陆 – 维肯: 98' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('项目登记').first().waitFor();
    await drawer.getByRole('button', { name: '加载更多' }).click();
    await drawer.locator('.event-card').nth(97).waitFor();
    expect(await drawer.locator('.event-card').count()).toBe(98);
    await drawer.getByText('事件全文').first().click();
    expect(await drawer.locator('pre').first().innerText()).toContain('"specversion": "1.0"');

    const colleague = await visitAsAnalyst(page.url().slice(portalUrl.length));
    await colleague.page.getByRole('dialog').locator('.event-card').first().waitFor();
  });

  test('narrows every figure by region and year, and keeps that in the address', async () => {
    const { page } = await visitAsAnalyst('/?region=NO-03&year=2020..2021');
    const narrowed = Number((await page.locator('.key-figure-value').first().innerText()).replaceAll(',', ''));
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(1957);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('link', { name: '1,957' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test.each([
    ['CSV', 'pair-projects_a-b.csv', /NO-03,NO-30,98/],
    ['XLSX', 'pair-projects_a-b.xlsx', /^PK/],
  ])('exports the table as %s', async (format, name, content) => {
    const { page } = await visitAsAnalyst('/figures/pair-projects?by=a,b');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `导出 ${format}` }).click()]);
    expect(download.suggestedFilename()).toBe(name);
    expect(await readFile(await download.path(), 'latin1')).toMatch(content);
  });

  test('finds a project by its number and reads who takes part and what happened', async () => {
    const { page } = await visitAsAnalyst('/projects');
    await page.getByText('1,957 个项目').waitFor();
    await page.getByRole('searchbox', { name: '项目编号' }).fill('951956');
    await page.keyboard.press('Enter');
    await page.getByText('1 个项目', { exact: true }).waitFor();
    await page.getByRole('link', { name: /Digital Twin Champions/ }).click();
    await page.getByRole('heading', { level: 1, name: /Digital Twin Champions/ }).waitFor();
    await settled(page);
    const content = await page.locator('main').innerText();
    for (const fact of ['951956', '2020年5月25日', 'SINTEF AS', '特伦德拉格', '€3,518,202.75', '项目登记']) expect(content).toContain(fact);
  });

  test('turns the pages of the list forth and back', async () => {
    const { page } = await visitAsAnalyst('/projects?sort=number');
    const firstTitle = () => page.locator('.project-title').first().innerText();
    const onFirstPage = await firstTitle();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    await settled(page);
    expect(await firstTitle()).not.toBe(onFirstPage);
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('第 1 页').waitFor();
    await settled(page);
    expect(await firstTitle()).toBe(onFirstPage);
  });

  test('switches to English, and it stays so', async () => {
    const { page } = await visitAsAnalyst();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('link', { name: 'Oslo – Viken: 98' }).first().waitFor();
    await goTo(page, '/projects');
    expect([await page.locator('html').getAttribute('lang'), await page.title()]).toEqual(['en', 'Projects · Xietong']);
  });

  test('does it all by keyboard: skips the masthead, opens a cell, closes it, and is back at its number', async () => {
    const { page } = await visitAsAnalyst('/figures/pair-projects');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    const value = page.getByRole('link', { name: /^98/ });
    await value.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('.event-card').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.figure-table a:focus').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('98');
  });

  test('closes the events for good: Back does not open them again', async () => {
    const { page } = await visitAsAnalyst('/figures');
    await page.getByRole('link', { name: '地区对项目数' }).click();
    await settled(page);
    await page.getByRole('link', { name: /^98/ }).click();
    await page.getByRole('dialog').locator('.event-card').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goBack();
    await page.locator('.catalogue').waitFor();

    await goTo(page, '/');
    await page.getByRole('link', { name: '奥斯陆 – 维肯: 98' }).first().click();
    await page.getByRole('dialog').locator('.event-card').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/figures/pair-projects');
    await page.goBack();
    await page.locator('.key-figures').waitFor();
  });

  test('sees where the keyboard is: the links of masthead, key figures and matrix have an outline when they take the focus', async () => {
    const { page } = await visitAsAnalyst();
    const outlines: Record<string, string> = {};
    for (let tab = 0; tab < 40; tab++) {
      await page.keyboard.press('Tab');
      const [name, outline] = await page.evaluate(() => {
        const link = document.activeElement instanceof HTMLAnchorElement ? document.activeElement : undefined;
        const { outlineStyle = '', outlineWidth = '' } = link ? getComputedStyle(link) : {};
        return [link && (link.className || link.closest('nav, table')?.className), `${outlineStyle} ${outlineWidth}`] as const;
      });
      if (name) outlines[name] = outline;
    }
    const outlined = ['skip-link', 'brand', 'navigation', 'key-figure-value', 'matrix'].map((name) => [name, 'solid 2px']);
    expect(outlines).toMatchObject(Object.fromEntries(outlined));
  });

  test('stays logged in when a token ends: it is renewed without a word', async () => {
    const { page } = await visitAsAnalyst('/projects');
    const tokenInUse = () => page.evaluate(() => Object.values(sessionStorage).find((entry) => entry.includes('access_token')) ?? '');
    const before = await tokenInUse();
    await page.evaluate(() => {
      for (const [key, entry] of Object.entries(sessionStorage)) {
        if (entry.includes('access_token')) sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(entry), expires_at: 1 }));
      }
    });
    await page.reload();
    await page.getByText('1,957 个项目').waitFor();
    expect(JSON.parse(await tokenInUse()).access_token).not.toBe(JSON.parse(before).access_token);
  });

  test('logs out and is asked to log in again', async () => {
    const { page } = await visitAsAnalyst();
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.locator('.sign-in').waitFor();
    await page.goto('/projects');
    await page.locator('.sign-in').waitFor();
  });
});

describe.each(['zh', 'en'] as const)('every page, in %s', (lang) => {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit(browser, { portalUrl, lang });
    await logIn(visited.page, '/', username, password);
  });
  afterAll(() => visited.page.context().close());

  test.each(addresses)('can be used by everyone, fits a phone, and obeys its own security policy: %s', async (address) => {
    const { page, complaints } = visited;
    await page.setViewportSize({ width: 1440, height: 900 });
    await goTo(page, address);
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 812 });
    await goTo(page, address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    expect(complaints.splice(0)).toEqual([]);
  });
});

test.each([
  ['rcn-applicant', '/tasks'],
  ['rcn-expert', '/tasks'],
  ['rcn-partner', '/projects'],
  ['rcn-operator', '/projects'],
])('%s, who may see no figure, begins at %s and is offered no figures', async (name, beginning) => {
  const { page, complaints } = await visit(browser, { portalUrl, lang: 'en' });
  open.push(page);
  await logIn(page, '/', name, passwordOf(name));
  await settled(page);
  expect(new URL(page.url()).pathname).toBe(beginning);
  const places = await page.locator('nav.navigation a').allInnerTexts();
  expect(places).toContain('Projects');
  expect(places.filter((place) => place === 'Overview' || place === 'Figures')).toEqual([]);
  expect(complaints).toEqual([]);
});

describe('a publicity', () => {
  const title = '数字孪生示范产线 Digital twin line';
  const callerAs = async (name: string) => {
    const { page } = await visit(browser, { portalUrl });
    open.push(page);
    await logIn(page, '/projects', name, passwordOf(name));
    return { page, caller: await callerOn(page, portalUrl) };
  };

  test('is read by everyone without a login, and whoever objects keeps the application from being approved', async () => {
    const cast = {
      officer: (await callerAs('kjj-officer')).caller,
      director: (await callerAs('kjj-director')).caller,
      applicant: (await callerAs('kjj-applicant')).caller,
      expert: (await callerAs('kjj-expert')).caller,
    };
    const id = await publicise(cast, title);

    const stranger = await visit(browser, { portalUrl });
    open.push(stranger.page);
    await goTo(stranger.page, '/publicity');
    const shown = await stranger.page.locator('main').innerText();
    for (const fact of [title, '临海市示范制造有限公司', 'SINTEF AS', '公示期至']) expect(shown).toContain(fact);
    expect(shown).not.toContain('500,000');
    expect(await stranger.page.locator('nav.navigation a').allInnerTexts()).toEqual(['公示']);
    await stranger.page
      .getByRole('button', { name: /^登录后提出异议/ })
      .first()
      .waitFor();
    expect(await seriousFaults(stranger.page)).toEqual([]);
    expect(stranger.complaints).toEqual([]);

    const objector = await callerAs('rcn-expert');
    await goTo(objector.page, '/publicity');
    const entry = objector.page.locator('.publicity-entry', { hasText: title }).first();
    await entry.getByRole('button', { name: /^提出异议/ }).click();
    await entry.getByRole('textbox', { name: '异议理由' }).fill('与已有项目重复 <script>alert(1)</script>');
    expect(await seriousFaults(objector.page)).toEqual([]);
    await entry.getByRole('button', { name: '提交异议' }).click();
    await entry.getByText('异议已提交').waitFor();

    const approval = command(cast.director, `applications/${id}/approve`, { granted: { amount: 1, currency: 'CNY' }, number: '2026-1' });
    await expect(approval).rejects.toThrow('objection-open');
  });
});

test('a stranger is asked to log in, on a page that everyone can use', async () => {
  const { page } = await visit(browser, { portalUrl });
  open.push(page);
  await page.goto('/figures/pair-projects');
  await page.getByRole('button', { name: '登录并继续' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredVariable } from '@xietong/testing';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './testing/chromium.ts';
import { logIn, seriousFaults, settled, visit } from './testing/visit.ts';

const portalUrl = requiredVariable('XIETONG_TEST_PORTAL_URL').replace(/\/$/, '');
const { people } = JSON.parse(readFileSync(join(requiredVariable('XIETONG_TEST_STATE_DIR'), 'secrets.json'), 'utf8')) as {
  people: Record<string, string>;
};

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await visit(browser, { portalUrl }));
  await logIn(page, '/targets', 'rcn-director', people['rcn-director'] ?? '');
  await settled(page);
});
afterAll(() => browser.close());

/** Fills the form for a target of projects since 2014: the imported grants are far beyond one project. */
const fill = async (number: string, metric: string, value: string) => {
  await page.goto('/workbench/reporting/targets/new');
  await settled(page);
  for (const [label, text] of [
    ['指标编号', number],
    ['指标名称', `合作项目 ${number}`],
    ['统计指标（代码）', metric],
    ['起始年份', '2014'],
    ['终止年份', '2030'],
    ['目标值', value],
    ['责任单位', '国际合作处'],
  ] as const)
    await page.getByLabel(label).first().fill(text);
  await page.getByLabel('目标方向').click();
  await page.getByText('不低于', { exact: true }).last().click();
  await page.locator('.command-form').getByRole('button', { name: '设定指标' }).click();
};

describe('a director', () => {
  test('sets a target, and sees in words how it stands against its pace, on the page of targets and beside the figure', async () => {
    const number = `T-${randomUUID().slice(0, 8)}`;
    await fill(number, 'projects', '1');
    await page.getByRole('heading', { level: 1, name: `合作项目 ${number}` }).waitFor();

    await page.goto('/targets');
    await settled(page);
    const row = page.getByRole('row').filter({ hasText: number });
    expect(await row.innerText()).toMatch(/2014–2030 年不低于 1\s/);
    expect(await row.innerText()).toMatch(/已达成/);
    expect(await row.innerText()).toMatch(/规划期已过 \d+(\.\d+)?%，当前应为 \d，实际 [\d,]+。/);
    expect(await seriousFaults(page)).toEqual([]);

    await row.getByRole('link', { name: /查看指标/ }).click();
    await page.getByRole('heading', { level: 1, name: '项目数' }).waitFor();
    const beside = page.locator('.targets-of-figure li').filter({ hasText: number });
    await beside.locator('svg.target-line').waitFor();
    expect(await beside.innerText()).toContain('已达成');
    expect(complaints).toEqual([]);
  });

  test('is told at the field when there is no such figure, and nothing is set', async () => {
    const number = `T-${randomUUID().slice(0, 8)}`;
    await fill(number, 'no-such-figure', '1');
    await page.getByText('没有这个指标').first().waitFor();
    await page.goto('/targets');
    await settled(page);
    expect(await page.getByText(number).count()).toBe(0);
  });
});

test('an analyst reads targets on a phone, in English, and is offered to set none', async () => {
  const phone = await visit(browser, { portalUrl, width: 390, lang: 'en' });
  await logIn(phone.page, '/targets', 'rcn-analyst', people['rcn-analyst'] ?? '');
  await settled(phone.page);
  expect(await phone.page.getByRole('heading', { level: 1 }).innerText()).toBe('Targets');
  expect(await phone.page.getByRole('link', { name: 'Set a target' }).count()).toBe(0);
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await seriousFaults(phone.page)).toEqual([]);
});

import type { Browser, Page } from 'playwright-core';
import { area, takeToReview, type UnderReview } from './testing/application-under-review.ts';
import { launchChromium } from './testing/chromium.ts';
import { command } from './testing/publicised-application.ts';
import { goTo, type Reader, visitAs } from './testing/readers.ts';
import { seriousFaults, settled } from './testing/visit.ts';

const better = '数字孪生示范产线';
const other = '绿色氢能示范园区';

let browser: Browser;
let officer: Reader;
let director: Reader;
let expert: Reader;
let underReview: UnderReview;

/** What is wrong with the page for a reader with a screen reader, or on a phone. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const faults = await seriousFaults(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  return width > 390 ? [...faults, `the page is ${width} wide on a phone`] : faults;
};

beforeAll(async () => {
  browser = await launchChromium();
  officer = await visitAs(browser, 'kjj-officer');
  director = await visitAs(browser, 'kjj-director');
  expert = await visitAs(browser, 'kjj-expert');
  const applicant = await visitAs(browser, 'kjj-applicant');
  const cast = { officer: officer.caller, director: director.caller, applicant: applicant.caller, expert: expert.caller };
  underReview = await takeToReview(cast, [better, other]);
});
afterAll(() => browser.close());

const reviewOf = (application: string | undefined): string => `${application}.${underReview.expert}`;

// Where many experts are on a roster, those with reviews before them stand on a later page.
const chooseExpert = async (page: Page) => {
  const box = page.getByRole('checkbox', { name: '选择专家 E-001' });
  const more = page.getByRole('button', { name: '加载更多' });
  await page.locator('.candidates').waitFor();
  while ((await box.count()) === 0) {
    const shown = await page.locator('.candidates tbody tr').count();
    await more.click();
    await page.locator('.candidates tbody tr').nth(shown).waitFor();
  }
  await box.check();
};

// Each step rests on the one before, as it does in the agency.
describe('from the invitation to the list', () => {
  test('an officer invites an expert from the application, and sees that he is invited', async () => {
    const { page, complaints } = officer;
    await goTo(page, `/workbench/projects/applications/${underReview.applications[0]}`);
    await page.getByRole('link', { name: '邀请评审专家' }).click();
    await page.getByRole('heading', { level: 1, name: '邀请评审专家' }).waitFor();
    await settled(page);
    await page.getByText('还没有邀请专家。').waitFor();
    await chooseExpert(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '邀请所选 1 位专家' }).click();
    await page.getByText('已邀请 1 位，未邀请 0 位。').waitFor();
    await page.getByRole('link', { name: '待答复' }).waitFor();

    // A colleague was faster: the refusal stands beside the expert.
    await goTo(page, `/applications/${underReview.applications[1]}/reviewers`);
    await chooseExpert(page);
    await command(officer.caller, 'reviews', { application: underReview.applications[1] ?? '', expert: underReview.expert });
    await page.getByRole('button', { name: '邀请所选 1 位专家' }).click();
    await page.getByText('已邀请 0 位，未邀请 1 位。').waitFor();
    expect(await page.locator('.candidates [role="alert"]').count()).toBe(1);
    complaints.splice(0);
  });

  test('the expert accepts, sees the total that his points make, is told what is missing, and gives his score once', async () => {
    const { page, complaints } = expert;
    await goTo(page, '/reviews');
    await page.getByRole('link', { name: better }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await goTo(page, `/reviews/${reviewOf(underReview.applications[0])}`);
    await page.getByRole('button', { name: '接受邀请' }).click();
    await page.getByRole('textbox', { name: '技术先进性（0–100 分）' }).fill('91');
    await page.getByText('59.15 分').waitFor();
    await page.getByText('还有 1 个维度未评分').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const shown = await page.locator('main').innerText();
    for (const fact of [better, '建设示范产线。', '临海市示范制造有限公司', '权重 65%']) expect(shown).toContain(fact);

    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText('请填写 0 到 100 的整数。').waitFor();
    await page.getByText('请填写评审意见。').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');

    await page.reload();
    await settled(page);
    await page.getByRole('textbox', { name: '实施可行性（0–100 分）' }).fill('77');
    await page.getByRole('textbox', { name: '评审意见' }).fill('路线清楚，数据充分');
    // 91 × 65 % from the draft that the browser kept, and 77 × 35 %.
    await page.getByText('86.10 分').waitFor();
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText('评分只提交一次').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByText('评分已提交。').waitFor();
    await page.getByRole('button', { name: '提交评分' }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('xietong.score.')))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a director passes over the better one, is asked for the reasons, and finds them among the decisions', async () => {
    const scores = ['advancement', 'feasibility'].map((axis) => ({ axis, points: 60 }));
    const review = reviewOf(underReview.applications[1]);
    await command(expert.caller, `reviews/${review}/accept`, {});
    await command(expert.caller, `reviews/${review}/score`, { scores, comment: '可行' });
    await command(director.caller, `calls/${underReview.call}/close`, { reason: '名额已满' });

    const { page, complaints } = director;
    await goTo(page, '/panels');
    await page.locator(`a[href="/panels/${underReview.call}/${area}"]`).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(`a[href="/panels/${underReview.call}/${area}"]`).click();
    await page.getByText('名额 1，剩余 1').waitFor();
    const boxOf = (title: string) => page.getByRole('checkbox', { name: `选择《${title}》` });
    expect([await boxOf(better).isChecked(), await boxOf(other).isChecked()]).toEqual([true, false]);
    expect(await page.locator('.ranking tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('86.10'),
      expect.stringContaining('名额线'),
      expect.stringContaining('60.00'),
    ]);
    expect(await faultsOf(page)).toEqual([]);

    await boxOf(better).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect([await boxOf(better).isChecked(), await boxOf(other).isChecked()]).toEqual([false, true]);
    const decide = async () => {
      await page.getByRole('button', { name: '列入拟立项名单' }).click();
      await page.getByRole('button', { name: '确认列入' }).click();
    };
    await decide();
    await page.getByText('被越过').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    expect(await faultsOf(page)).toEqual([]);
    // The browser notes a refusal as an error of the page; nothing else is wrong with it.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await page.getByRole('textbox', { name: '理由' }).fill('区域急需氢能示范');
    await decide();
    await page.getByText('已将 1 项列入拟立项名单。').waitFor();
    await page.getByText('理由：区域急需氢能示范').waitFor();
    await page.getByText('名额 1，剩余 0').waitFor();
    expect(await page.locator('.ranking tr', { hasText: other }).innerText()).toContain('已列入拟立项');
    expect(complaints).toEqual([]);
  });

  test('an officer reads the ranking, and is offered no choice', async () => {
    const { page } = officer;
    await goTo(page, `/panels/${underReview.call}/${area}`);
    await page.getByText('由本部门负责人决定拟立项名单。').waitFor();
    expect(await page.locator('.ranking input').count()).toBe(0);
    await page.getByRole('searchbox', { name: '按名称或单位查找' }).fill('氢能');
    await page.getByText('显示 1 / 2 项').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('氢能');
  });
});

test('an expert who declares a conflict of interest reads nothing of the application any more', async () => {
  const cast = {
    officer: officer.caller,
    director: director.caller,
    applicant: (await visitAs(browser, 'kjj-applicant')).caller,
    expert: expert.caller,
  };
  const { applications, expert: pseudonym } = await takeToReview(cast, ['待回避的申报']);
  await command(officer.caller, 'reviews', { application: applications[0] ?? '', expert: pseudonym });
  const { page } = expert;
  await goTo(page, `/reviews/${applications[0]}.${pseudonym}`);
  await page.getByRole('button', { name: '申报回避' }).click();
  await page.getByRole('textbox', { name: '利益冲突情形' }).fill('配偶任职于牵头单位');
  await page.getByRole('button', { name: '申报回避' }).click();
  await page.getByRole('heading', { name: /^已申报回避/ }).waitFor();
  await page.getByRole('link', { name: '返回我的评审' }).click();
  await settled(page);
  expect(await page.locator('main').innerText()).not.toContain('待回避的申报');
});

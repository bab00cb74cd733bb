import { randomUUID } from 'node:crypto';
import { until } from '@xietong/testing';
import type { Browser, Locator } from 'playwright-core';
import { launchChromium } from './testing/chromium.ts';
import { command, orgOf } from './testing/publicised-application.ts';
import { goTo, type Reader, visitAs } from './testing/readers.ts';
import { seriousFaults, settled } from './testing/visit.ts';

let browser: Browser;
let officer: Reader;
let englishOfficer: Reader;
let applicant: Reader;

beforeAll(async () => {
  browser = await launchChromium();
  officer = await visitAs(browser, 'kjj-officer');
  englishOfficer = await visitAs(browser, 'kjj-officer', 'en');
  applicant = await visitAs(browser, 'kjj-applicant');
});
afterAll(() => browser.close());

/** A project whose first milestone is long over and not half done: it is behind its plan by 30 %, and warned. */
const warnedProject = async () => {
  const number = `B-${randomUUID().slice(0, 8)}`;
  const title = `智能制造示范产线 ${number}`;
  const granted = { amount: 50_000_000, currency: 'CNY' };
  const lead = { id: orgOf(applicant.caller), name: '临海市示范制造有限公司', region: 'CN-331082' };
  const participants = [{ no: 1, organisation: lead, role: 'lead', amount: granted }];
  const term = { signedOn: '2026-01-02', startsOn: '2026-01-02', endsOn: '2027-12-31' };
  const { id } = await command(officer.caller, 'projects', { number, title, field: '智能制造', ...term, participants });
  const milestones = [
    { no: 1, title: '样机', due: '2026-01-30', weightPercent: 50 },
    { no: 2, title: '验收', due: '2027-12-31', weightPercent: 50 },
  ];
  await command(officer.caller, `projects/${id}/set-plan`, { milestones });
  const done = [
    { no: 1, donePercent: 40 },
    { no: 2, donePercent: 0 },
  ];
  await command(officer.caller, `projects/${id}/report-progress`, { on: '2026-02-02', milestones: done });
  return { id, title };
};

describe('an officer', () => {
  test('begins at his tasks, and finds the deadlines and the board beside them', async () => {
    expect(new URL(officer.page.url()).pathname).toBe('/tasks');
    expect((await officer.page.locator('nav.navigation a').allInnerTexts()).slice(0, 3)).toEqual(['待办', '期限提醒', '项目看板']);
  });

  test('sees on the board which project is warned, how far it lags and who is to act, and opens it', async () => {
    const { page, complaints } = officer;
    const { title } = await warnedProject();
    await goTo(page, '/board');
    await page.getByRole('button', { name: /^预警/ }).click();
    const row = page.locator('.board-table tr', { hasText: title });
    await row.waitFor();
    const told = await row.innerText();
    for (const fact of ['智能制造', '预警', '落后 30.0%', '样机', '逾期未完成', '参与单位', '反馈预警']) expect(told).toContain(fact);

    await page.getByText('甘特图', { exact: true }).click();
    const line = page.locator('.milestone-chart tr', { hasText: title });
    await line.waitFor();
    expect(await line.locator('li').allInnerTexts()).toEqual(['样机：计划 2026年1月30日，逾期未完成', '验收：计划 2027年12月31日']);
    await line.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('is told what is late and what falls due, in working days, and comes to the record itself', async () => {
    const { page } = officer;
    const { id, title } = await warnedProject();
    const risk = await command(officer.caller, 'risks', { project: id, kind: 'technical', description: `供货中断 ${title}` });
    await command(officer.caller, `risks/${risk.id}/assess`, { level: 'high', owner: orgOf(applicant.caller) });
    await goTo(page, '/inbox');
    const rowOf = (table: string, text: string) => page.getByRole('table', { name: table }).locator('tr', { hasText: text });
    const late = rowOf('已逾期', title);
    await late.getByText(/^已逾期 \d+ 个工作日$/).waitFor();
    for (const fact of ['里程碑 · 样机', '2026年1月30日']) expect(await late.innerText()).toContain(fact);
    // Others may owe more than is shown at first.
    const more = page.getByRole('region', { name: '即将到期' }).getByRole('button');
    const shown = (row: Locator) =>
      until('the deadline is among what is due next', async () => (await row.count()) > 0 || more.click().then(() => false));
    // The same project owes the answer to its warning within 48 hours.
    await shown(rowOf('即将到期', title).filter({ hasText: '反馈期限' }).filter({ hasNotText: '供货中断' }));
    const upcoming = rowOf('即将到期', `供货中断 ${title}`);
    await shown(upcoming);
    await upcoming.getByText(/^剩 \d+ 个工作日$/).waitFor();
    await upcoming.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: `供货中断 ${title}` }).waitFor();
    await page
      .locator('.due')
      .getByText(/剩 \d+ 个工作日/)
      .waitFor();
  });

  test('says what he reads the deadlines of experts for before he sees them', async () => {
    const { page } = officer;
    await goTo(page, '/inbox');
    const purpose = page.getByRole('textbox', { name: /^查阅用途/ });
    await purpose.fill('年度核验');
    await page.getByRole('button', { name: '显示', exact: true }).click();
    await purpose.waitFor({ state: 'detached' });
    await settled(page);
    expect(await page.getByText('暂未读到').count()).toBe(0);
  });
});

test('an applicant begins at his tasks: he answers a warning from there, and then it is none any more', async () => {
  const { page, complaints } = applicant;
  const { title } = await warnedProject();
  await goTo(page, '/');
  expect(new URL(page.url()).pathname).toBe('/tasks');
  const task = page.getByRole('region', { name: /^反馈预警/ });
  await task
    .getByRole('link', { name: /^查看全部/ })
    .or(task.getByRole('link', { name: title }))
    .first()
    .waitFor();
  await goTo(page, `/workbench/projects/projects?awaited=warning-answer&title=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '预警反馈' }).click();
  await page.getByRole('textbox', { name: '原因' }).fill('核心部件供货延迟');
  await page.getByRole('textbox', { name: '应对措施' }).fill('更换供应商');
  await page.locator('.command-form').getByRole('button', { name: '预警反馈' }).click();
  await page.getByText('已办理：预警反馈').waitFor();
  await goTo(page, `/workbench/projects/projects?awaited=warning-answer&title=${encodeURIComponent(title)}`);
  await page.getByText('没有符合条件的记录').waitFor();
  expect(complaints).toEqual([]);
});

describe.each(['zh', 'en'] as const)('the pages of daily work, in %s', (lang) => {
  test('can be used by everyone, fit a phone, and obey their own security policy', async () => {
    const { page, complaints } = lang === 'zh' ? officer : englishOfficer;
    await warnedProject();
    complaints.splice(0);
    for (const address of ['/tasks', '/inbox', '/board', '/board?view=timeline', '/board?field=nothing']) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await goTo(page, address);
      expect([address, await seriousFaults(page)]).toEqual([address, []]);
      await page.setViewportSize({ width: 390, height: 844 });
      await goTo(page, address);
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, 390]);
    }
    expect(complaints).toEqual([]);
  });
});

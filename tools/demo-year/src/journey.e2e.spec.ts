import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@xietong/portal/testing/chromium';
import { ask, type Caller, callerOn, command, onRoster, orgOf } from '@xietong/portal/testing/publicised-application';
import { logIn, settled, visit } from '@xietong/portal/testing/visit';
import { stopPlatform } from '@xietong/start';
import { until } from '@xietong/testing';
import type { Browser, Page } from 'playwright-core';
import { fillIn, giveOnPage, openCase } from './journey/case-steps.ts';
import { at } from './plan/moments.ts';
import { type DemoPlatform, startDemoPlatform } from './platform/demo-platform.ts';

/** Where the pages are kept as pictures, where somebody asks for them. */
const screens = process.env['XIETONG_TEST_SCREENS'];
const title = '汽车零部件柔性智能产线示范';
const area = 'smart-manufacturing';
const number = 'LH-2022-001';
const startMs = 240_000;

interface Person {
  readonly page: Page;
  readonly complaints: string[];
  readonly caller: Caller;
}
type Name = 'applicant' | 'officer' | 'expert' | 'director' | 'acceptor';
const usernames: Readonly<Record<Name, string>> = {
  applicant: 'kjj-applicant',
  officer: 'kjj-officer',
  expert: 'kjj-expert',
  director: 'kjj-director',
  // The third party that judges the project at its end.
  acceptor: 'jxj-applicant',
};

const stateDir = mkdtempSync(join(tmpdir(), 'xietong-journey-'));
let platform: DemoPlatform;
let browser: Browser;
const people = new Map<Name, Person>();
let application = '';
const project = `CN-331082.kjj.${number}`;

const personOf = (name: Name): Person => {
  const person = people.get(name);
  if (!person) throw new Error(`${name} has not logged in`);
  return person;
};
const pageOf = (name: Name): Page => personOf(name).page;

/** Moves the clock of the services, and of everyone's browser with it. */
const moveTo = async (day: Parameters<typeof at>[0], time?: string): Promise<void> => {
  await platform.clock.moveTo(at(day, time));
  const now = new Date(platform.clock.now());
  for (const { page } of people.values()) await page.clock.setFixedTime(now);
};

/** The id of the document that the page is of. */
const draftOn = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');

let shots = 0;
const keep = async (page: Page, what: string): Promise<void> => {
  shots += 1;
  if (screens === undefined) return;
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${String(shots).padStart(2, '0')}-${what}.png`), fullPage: true });
};

beforeAll(async () => {
  platform = await startDemoPlatform(stateDir, { startsAt: at('2022-02-21'), report: () => undefined });
  browser = await launchChromium();
  for (const [name, username] of Object.entries(usernames) as [Name, string][]) {
    const visited = await visit(browser, { portalUrl: platform.portal });
    await logIn(visited.page, '/workbench', username, platform.passwords[username] ?? '');
    await settled(visited.page);
    people.set(name, { ...visited, caller: await callerOn(visited.page, platform.portal) });
  }
  await command(personOf('officer').caller, 'calls', {
    number: 'LH-2022',
    title: '临海市2022年度示范项目申报指南',
    areas: [{ code: area, title: '智能制造', quota: 1 }],
    eligibility: { kinds: [], leadRegions: [], conditions: ['牵头单位近三年无严重失信记录。'] },
    documents: [],
    scoring: {
      axes: [
        { code: 'advancement', title: '技术先进性', weightPercent: 60 },
        { code: 'feasibility', title: '实施可行性', weightPercent: 40 },
      ],
      quorum: 1,
      spreadMax: 30,
    },
    budget: { amount: 100_000_000_00, currency: 'CNY' },
    opensAt: at('2022-03-01'),
    closesAt: at('2022-03-31', '17:00'),
    publicityWorkingDays: 5,
  });
  await onRoster(personOf('officer').caller, personOf('expert').caller);
}, 2 * startMs);
afterAll(async () => {
  await browser.close();
  await stopPlatform(stateDir);
  rmSync(stateDir, { recursive: true, force: true });
}, startMs);

// Each step rests on the one before, as it does in the agency: five people, six years, one application.
describe('an application, from its draft to the third follow-up', () => {
  test('an organisation writes it in steps, and hands it in', async () => {
    await moveTo('2022-03-09');
    const page = pageOf('applicant');
    await page.goto('/apply');
    await settled(page);
    await page.getByRole('button', { name: '开始申报' }).click();
    const form = page.locator('form.apply-form');
    const next = () => page.getByRole('button', { name: '保存并继续' }).click();
    await form.waitFor();
    await fillIn(form, {
      名称: title,
      申报领域: { choose: '智能制造' },
      预算: '5,000,000',
      开始日期: '2022-06-01',
      结束日期: '2023-05-31',
    });
    await keep(page, 'application-project');
    await next();
    await page.getByRole('heading', { name: /内容与目标/ }).waitFor();
    await fillIn(form, { 摘要: '建设一条柔性智能示范产线。' });
    // What was typed and not saved is there again when the page is.
    await page.reload();
    await settled(page);
    await page.getByText('有未保存的内容，已留在此浏览器中。').waitFor();
    await page.getByRole('button', { name: '内容与目标' }).click();
    expect(await form.getByLabel('摘要').inputValue()).toBe('建设一条柔性智能示范产线。');
    await fillIn(form, { 目标: '换型时间缩短一半，良品率提高 5%。' });
    await next();
    await page.getByRole('heading', { name: /申报单位/ }).waitFor();
    const parties = form.locator('.list-item');
    await fillIn(parties.first(), {
      单位名称: '临海市示范制造有限公司',
      地区: 'CN-331082',
      类型: { choose: '企业' },
      经费分摊: '70',
      任务: '牵头实施',
    });
    await form.getByRole('button', { name: '添加参与各方' }).click();
    await fillIn(parties.nth(1), {
      角色: { choose: '参与' },
      单位标识: 'NO-ORGNR:919303808',
      单位名称: 'SINTEF AS',
      地区: 'NO-50',
      类型: { choose: '科研院所' },
      经费分摊: '30',
      任务: '数字孪生',
    });
    await page.getByText('各单位份额合计 100%').waitFor();
    await keep(page, 'application-parties');
    await next();
    await page.getByText('内容已填写完整。').waitFor();
    // What this browser held of an earlier version does not overwrite what is saved: the applicant chooses.
    await page.evaluate((id) => {
      localStorage.setItem(`xietong.application.kjj-applicant.${id}`, JSON.stringify({ version: 1, content: { title: '旧稿' } }));
    }, draftOn(page));
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '采用已保存的申报书' }).click();
    expect(await form.getByLabel('名称').inputValue()).toBe(title);
    await page.getByRole('button', { name: '核对提交' }).click();
    await page.getByText('内容已填写完整。').waitFor();
    await keep(page, 'application-check');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.waitForURL(/\/workbench\/projects\/applications\//);
    application = draftOn(page);
    await page.getByRole('main').getByText('已提交').first().waitFor();
  });

  test('an officer finds it among his tasks, examines it, and invites an expert without a conflict', async () => {
    await moveTo('2022-04-01');
    const page = pageOf('officer');
    await page.goto('/tasks');
    await settled(page);
    await page.getByRole('link', { name: title }).first().waitFor();
    await keep(page, 'tasks');
    await openCase(page, 'applications', application);
    await giveOnPage(page, { command: '形式审查通过' });
    await page.getByRole('link', { name: '邀请评审专家' }).click();
    await until('the expert is a candidate', async () => {
      await page.reload();
      await settled(page);
      return (await page.getByRole('checkbox', { name: '选择专家 E-001' }).count()) > 0;
    });
    await page.getByRole('checkbox', { name: '选择专家 E-001' }).check();
    await keep(page, 'invite-reviewers');
    await page.getByRole('button', { name: '邀请所选 1 位专家' }).click();
    await page.getByText('已邀请 1 位，未邀请 0 位。').waitFor();
  });

  test('the expert accepts, and scores beside the application', async () => {
    await moveTo('2022-04-02');
    const page = pageOf('expert');
    await page.goto('/reviews');
    await settled(page);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: '接受邀请' }).click();
    await page.getByRole('textbox', { name: '技术先进性（0–100 分）' }).fill('91');
    await page.getByRole('textbox', { name: '实施可行性（0–100 分）' }).fill('84');
    await page.getByRole('textbox', { name: '评审意见' }).fill('路线清楚，数据充分，示范价值高。');
    await page.getByText('88.20 分').waitFor();
    await keep(page, 'score');
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByText('评分已提交。').waitFor();
  });

  test('the director puts it on the list by its rank, an officer publicises it, and the director approves it', async () => {
    await moveTo('2022-04-12');
    const director = pageOf('director');
    await director.goto('/panels');
    await settled(director);
    await director.locator(`a[href="/panels/CN-331082.kjj.LH-2022/${area}"]`).click();
    await director.getByText('88.20').first().waitFor();
    await keep(director, 'panel-ranking');
    await director.getByRole('button', { name: '列入拟立项名单' }).click();
    await director.getByRole('button', { name: '确认列入' }).click();
    await director.getByText('已将 1 项列入拟立项名单。').waitFor();
    const officer = pageOf('officer');
    await until('the application is on the list', async () => {
      const found = (await ask(personOf('officer').caller, `projects/v1/applications/${application}`)) as { status: string };
      return found.status === 'shortlisted';
    });
    await openCase(officer, 'applications', application);
    await giveOnPage(officer, { command: '公示' });
    await officer.goto('/publicity');
    await settled(officer);
    await officer.getByText(title).first().waitFor();
    await keep(officer, 'publicity');

    await moveTo('2022-04-20');
    await openCase(director, 'applications', application);
    await giveOnPage(director, { command: '立项', fields: { 批准金额: '4,800,000', 立项编号: number } });
    await keep(director, 'approval');
    await until('the approval has become a project', async () =>
      ask(personOf('director').caller, `projects/v1/projects/${project}`).then(
        () => true,
        () => false,
      ),
    );
  });

  test('an officer sets the plan; a report that lags is warned, answered within 48 hours and helped', async () => {
    await moveTo('2022-05-25');
    const [officer, applicant] = [pageOf('officer'), pageOf('applicant')];
    await openCase(officer, 'projects', project);
    await giveOnPage(officer, {
      command: '制定实施计划',
      items: {
        of: '里程碑',
        each: [
          { 序号: '1', 名称: '样机', 截止日期: '2022-09-30', 权重: '40' },
          { 序号: '2', 名称: '示范运行', 截止日期: '2023-05-31', 权重: '60' },
        ],
      },
    });
    await moveTo('2022-09-30', '20:00');
    await openCase(applicant, 'projects', project);
    await giveOnPage(applicant, {
      command: '填报进度',
      fields: { 日期: '2022-09-30' },
      items: { of: '里程碑', each: [{ 序号: '1', 完成进度: '60' }] },
    });
    await applicant.locator('.step', { hasText: '预警' }).first().waitFor();
    await keep(applicant, 'warning');
    await moveTo('2022-10-01');
    await giveOnPage(applicant, {
      command: '预警反馈',
      fields: { 原因: '关键设备到货延迟。', 应对措施: '已调整施工顺序，下月内追回进度。' },
    });
    await openCase(officer, 'projects', project);
    await giveOnPage(officer, { command: '开始帮扶', fields: { 类型: { choose: '专家指导' }, 应对措施: '专家驻场指导一周。' } });
    await officer.goto('/board');
    await settled(officer);
    await officer.getByText(title).first().waitFor();
    await keep(officer, 'board');
    await moveTo('2022-12-15');
    await openCase(officer, 'projects', project);
    await giveOnPage(officer, { command: '中期评估', fields: { 评估结论: { choose: '正常推进' }, 意见: '示范现场运行良好。' } });
  });

  test('a third party accepts it, and three yearly follow-ups tell what came of it', async () => {
    await moveTo('2023-05-31', '20:00');
    const [officer, applicant, acceptor] = [pageOf('officer'), pageOf('applicant'), pageOf('acceptor')];
    await openCase(applicant, 'projects', project);
    await giveOnPage(applicant, {
      command: '填报进度',
      fields: { 日期: '2023-05-31' },
      items: {
        of: '里程碑',
        each: [
          { 序号: '1', 完成进度: '100' },
          { 序号: '2', 完成进度: '100' },
        ],
      },
    });
    await moveTo('2023-06-05');
    await openCase(officer, 'projects', project);
    await giveOnPage(officer, {
      command: '指定验收机构',
      fields: { 单位标识: orgOf(personOf('acceptor').caller), 单位名称: '上海市第三方评估中心', 地区: 'CN-310115' },
    });
    await openCase(applicant, 'projects', project);
    await giveOnPage(applicant, { command: '申请验收', fields: { 成果: '产线稳定运行半年，指标全部达到。' } });
    await openCase(acceptor, 'projects', project);
    await keep(acceptor, 'third-party');
    await giveOnPage(acceptor, { command: '通过验收', fields: { 意见: '资料齐全，现场运行正常，同意通过验收。' } });
    for (const [year, revenue] of [
      [2024, '12,000,000'],
      [2025, '18,500,000'],
      [2026, '21,000,000'],
    ] as const) {
      await moveTo(`${year}-06-01`);
      await openCase(applicant, 'projects', project);
      await giveOnPage(applicant, {
        command: '填报跟踪评价',
        fields: { 销售收入: revenue, '新增就业（人）': '35', '减排二氧化碳（千克）': '420000', 成果仍在使用: { choose: '是' } },
      });
    }
    await keep(applicant, 'follow-up');
    const steps = await applicant.locator('.step').allInnerTexts();
    expect(steps.filter((step) => step.includes('跟踪评价'))).toHaveLength(3);
  });

  test('and reporting counts it: one project across two regions, and the revenue of three years', async () => {
    const read = async (metric: string) =>
      ((await ask(personOf('director').caller, `reporting/v1/figures/${metric}`)) as { rows: { value: number }[] }).rows.map(
        ({ value }) => value,
      );
    await until('the last follow-up is counted', async () => (await read('follow-up-revenue?currency=CNY'))[0] === 5_150_000_000);
    expect(await read('cross-region-projects')).toEqual([1]);
    expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

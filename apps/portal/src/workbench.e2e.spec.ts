import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './testing/chromium.ts';
import { command, draftApplication, orgOf } from './testing/publicised-application.ts';
import { goTo, type Reader, visitAs } from './testing/readers.ts';
import { seriousFaults } from './testing/visit.ts';

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

const script = '<script>document.title = "x"</script>';
/** A project of the officer's agency in which the applicant's organisation leads. */
const registerProject = async () => {
  const number = `W-${randomUUID().slice(0, 8)}`;
  const granted = { amount: 50_000_000, currency: 'CNY' };
  const lead = { id: orgOf(applicant.caller), name: '临海市示范制造有限公司', region: 'CN-331082' };
  const partner = { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' };
  const { id } = await command(officer.caller, 'projects', {
    number,
    title: `飞地联合研发 ${number} ${script}`,
    signedOn: '2026-01-05',
    startsOn: '2026-01-10',
    endsOn: '2027-12-31',
    participants: [
      { no: 1, organisation: lead, role: 'lead', amount: granted },
      { no: 2, organisation: partner, role: 'partner', amount: granted },
    ],
  });
  return { id, number, address: `/workbench/projects/projects/${encodeURIComponent(id)}` };
};

/** Fills the milestone of that number, from 0 on, in the form for a plan. */
const fillMilestone = async (page: Page, index: number, [title, due, weight]: readonly [string, string, string]) => {
  const item = page.locator('.list-item').nth(index);
  await item.getByLabel('序号').fill(String(index + 1));
  await item.getByLabel('名称').fill(title);
  await item.getByLabel('截止日期').fill(due);
  await item.getByLabel('权重').fill(weight);
};

/** The officer has opened a risk and filled in the form that closes it. */
const closingRisk = async () => {
  const { page, caller } = officer;
  const project = await registerProject();
  const { id } = await command(caller, 'risks', { project: project.id, kind: 'policy', description: '补贴标准调整' });
  await goTo(page, `/workbench/projects/risks/${id}`);
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('textbox', { name: '结果' }).fill('已消除');
  return { page, caller, id, send: page.locator('.command-form').getByRole('button', { name: '关闭' }) };
};

describe('an officer at the workbench', () => {
  test('sees how much there is of everything, and opens a list by its tile', async () => {
    const { page, complaints } = officer;
    await registerProject();
    await goTo(page, '/workbench');
    await page.getByRole('link', { name: /^示范项目 \d+ 条$/ }).click();
    await page.getByRole('heading', { level: 1, name: '示范项目' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('lists projects by their state and number, in an address that a colleague can open, and saves the view', async () => {
    const { page } = officer;
    const project = await registerProject();
    await goTo(page, `/workbench/projects/projects?status=registered&number=${project.number}`);
    await page.getByText('1 条', { exact: true }).waitFor();
    expect(await page.locator('.document-title').innerText()).toContain(project.number);

    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByRole('textbox', { name: '视图名称' }).fill('待制定计划');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await goTo(page, '/workbench/projects/projects');
    await page.getByRole('link', { name: '待制定计划' }).click();
    await page.getByText('1 条', { exact: true }).waitFor();
    await page.getByRole('button', { name: '删除视图“待制定计划”' }).click();
    await page.getByRole('link', { name: '待制定计划' }).waitFor({ state: 'detached' });
  });

  test('exports what is listed, with its words and without a formula', async () => {
    const { page, caller } = officer;
    const project = await registerProject();
    await command(caller, 'risks', { project: project.id, kind: 'market', description: '=1+1, 订单减少' });
    await goTo(page, `/workbench/projects/risks?project=${project.id}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^risks_\d{4}-\d{2}-\d{2}\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/\r\n[^,]+,"'=1\+1, 订单减少",已上报,/);
  });

  test('gives a command, is refused at the field with what to do, mends it, and sees it in the history', async () => {
    const { page, complaints } = officer;
    const project = await registerProject();
    await goTo(page, project.address);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(script);
    await page.getByRole('button', { name: '制定实施计划' }).click();
    await fillMilestone(page, 0, ['样机 Prototype', '2026-12-31', '40']);
    const send = page.locator('.command-form').getByRole('button', { name: '制定实施计划' });
    await send.click();
    const milestones = page.getByRole('group', { name: '里程碑' });
    for (const said of ['权重之和不是 100%', '请调整权重，使其合计为 100。']) await milestones.getByText(said).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '添加里程碑' }).click();
    await fillMilestone(page, 1, ['验收 Acceptance', '2027-12-31', '60']);
    await send.click();
    await page.getByText('已办理：制定实施计划').waitFor();
    await page.locator('.step', { hasText: '制定计划' }).waitFor();
    const content = await page.locator('main').innerText();
    for (const fact of ['实施中', '样机 Prototype', '40%', '¥500,000.00', '特伦德拉格']) expect(content).toContain(fact);
    // What the browser says of a refused request is no fault of the page.
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });

  test('is told at once what is not filled in, and goes on at that field', async () => {
    const { page } = officer;
    await goTo(page, '/workbench/projects/risks/new');
    await page.locator('.command-form').getByRole('button', { name: '上报风险' }).click();
    await page.getByText('请填写此项。').first().waitFor();
    const project = page.getByRole('textbox', { name: '项目' });
    expect([await project.getAttribute('aria-invalid'), await project.evaluate((field) => field === document.activeElement)]).toEqual([
      'true',
      true,
    ]);
    expect(await project.evaluate((field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.innerText)).toBe(
      '请填写此项。',
    );
  });

  test('keeps what was typed when a colleague was faster, loads the newest state, and goes on', async () => {
    const { page, caller, id, send } = await closingRisk();
    await command(caller, `risks/${id}/assess`, { level: 'low', owner: orgOf(applicant.caller) });

    await send.click();
    await page.getByRole('button', { name: '读取最新状态' }).click();
    await page.getByText('版本 2').waitFor();
    expect(await page.getByRole('textbox', { name: '结果' }).inputValue()).toBe('已消除');
    await send.click();
    await page.getByText('已办理：关闭').waitFor();
    await page.getByRole('main').getByText('已关闭').first().waitFor();
  });

  test('sends a command whose answer was lost once more, and it is the same command', async () => {
    const { page, send } = await closingRisk();
    // It reaches the service, and its answer does not come back.
    await page.route(
      '**/close',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await send.click();
    await page.getByText('同一操作只会办理一次').waitFor();
    await send.click();
    await page.getByText('已办理：关闭').waitFor();
    await page.locator('.step', { hasText: '关闭' }).waitFor();
    expect(await page.locator('.step').count()).toBe(2);
  });

  test('is refused what the state forbids, and is told why and what to do', async () => {
    const { page } = englishOfficer;
    const project = await registerProject();
    await goTo(page, project.address);
    await page.getByRole('button', { name: 'Begin assistance' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByText('Funds', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Measures' }).fill('A loan');
    await page.locator('.command-form').getByRole('button', { name: 'Begin assistance' }).click();
    await page.getByText('The project is not active').waitFor();
    expect(await page.getByRole('textbox', { name: 'Measures' }).inputValue()).toBe('A loan');
  });
});

test('an applicant is offered what applicants do, raises a risk by its form, and comes to its page', async () => {
  const { page } = applicant;
  const project = await registerProject();
  await goTo(page, project.address);
  const offered = await page.locator('.command-panel .form-buttons button').allInnerTexts();
  expect(offered).toContain('填报进度');
  expect(offered).not.toContain('制定实施计划');

  await goTo(page, '/workbench/projects/risks');
  await page.getByRole('button', { name: '上报风险' }).click();
  await page.getByRole('textbox', { name: '项目' }).fill(project.id);
  await page.getByRole('combobox', { name: '类型' }).click();
  await page.getByText('技术风险', { exact: true }).click();
  await page.getByRole('textbox', { name: '描述' }).fill('核心控制器供货中断');
  await page.locator('.command-form').getByRole('button', { name: '上报风险' }).click();
  await page.getByText('已创建。').waitFor();
  await page.getByRole('link', { name: project.id }).waitFor();
});

describe('the documents that a call asks for', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

  test('are attached by the applicant in the form, refused where they are not what they say, and read by the officer', async () => {
    const { page, caller, complaints } = applicant;
    const documents = [{ code: 'feasibility', title: '可行性研究报告', required: true }];
    const id = await draftApplication(officer.caller, caller, '附件试验', documents);
    const address = `/workbench/projects/applications/${id}`;
    complaints.splice(0);
    await goTo(page, address);
    await page.getByRole('button', { name: '修改申报书' }).click();
    await page.getByRole('button', { name: '添加附件' }).click();
    await page.getByRole('textbox', { name: '申报材料' }).fill('feasibility');
    const field = page.getByLabel('文件', { exact: true });
    await field.setInputFiles(file('报告.pdf', Buffer.from('MZ no PDF at all')));
    await page.getByRole('alert').getByText('附件内容与其类型不符').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await seriousFaults(page)).toEqual([]);

    await field.setInputFiles(file('可行性研究报告.pdf', pdf));
    await page.getByRole('button', { name: '另选文件，替换 可行性研究报告.pdf' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator('.command-form').getByRole('button', { name: '修改申报书' }).click();
    await page.getByText('已办理：修改申报书').waitFor();
    await command(caller, `applications/${id}/submit`, {});
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);

    for (const reader of [officer, applicant]) {
      await goTo(reader.page, address);
      const [download] = await Promise.all([
        reader.page.waitForEvent('download'),
        reader.page.getByRole('button', { name: '下载 可行性研究报告.pdf' }).click(),
      ]);
      expect([download.suggestedFilename(), await readFile(await download.path())]).toEqual(['可行性研究报告.pdf', pdf]);
    }
  });
});

describe.each(['zh', 'en'] as const)('every page of the workbench, in %s', (lang) => {
  test('can be used by everyone, fits a phone, and obeys its own security policy', async () => {
    const { page, complaints } = lang === 'zh' ? officer : englishOfficer;
    const project = await registerProject();
    complaints.splice(0);
    const lists = ['projects', 'risks', 'exemption-votes', 'alliances'].map((name) => `/workbench/projects/${name}`);
    const forms = ['calls', 'projects'].map((name) => `/workbench/projects/${name}/new`);
    for (const address of ['/workbench', ...lists, ...forms, project.address]) {
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

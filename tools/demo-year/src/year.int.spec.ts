import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenSource } from '@xietong/seed';
import { stopPlatform } from '@xietong/start';
import { z } from 'zod';
import { workingDaysOf } from './compare/expected-figures.ts';
import { at, beginning, days } from './plan/moments.ts';
import { planYear } from './plan/plan-year.ts';
import { smallestYear } from './plan/size.ts';
import { type DemoPlatform, startDemoPlatform } from './platform/demo-platform.ts';
import { runYear, type YearOutcome } from './run-year.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const History = z.object({ items: z.array(z.object({ type: z.string(), time: z.string() })) });

const plan = planYear('test', smallestYear);
const stateDir = mkdtempSync(join(tmpdir(), 'xietong-demo-year-'));
const startMs = 240_000;
let platform: DemoPlatform;
let first: YearOutcome;
let watermark: unknown;

beforeAll(async () => {
  platform = await startDemoPlatform(stateDir, { startsAt: beginning, report: () => undefined });
  first = await runYear(platform, plan);
  watermark = await read('reporting', '/v1/figures/applications', 'kjj-analyst');
}, 2 * startMs);
afterAll(async () => {
  await stopPlatform(stateDir);
  rmSync(stateDir, { recursive: true, force: true });
}, startMs);

// One log-in each: a person who logs in many times at the same moment is taken for an attack.
const tokens = {
  'kjj-officer': tokenSource(() => platform.token('kjj-officer')),
  'kjj-analyst': tokenSource(() => platform.token('kjj-analyst')),
};

async function read(service: 'projects' | 'reporting' | 'talent', path: string, as: keyof typeof tokens = 'kjj-officer'): Promise<unknown> {
  const headers = { authorization: `Bearer ${await tokens[as]()}` };
  const response = await fetch(`${platform.services[service]}${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The types of the events of every document of a collection, document by document. */
async function lives(collection: string): Promise<string[][]> {
  const { items } = Items.parse(await read('projects', `/v1/${collection}?limit=100`));
  return Promise.all(
    items.map(async ({ id }) =>
      History.parse(await read('projects', `/v1/${collection}/${encodeURIComponent(id)}/history`)).items.map(({ type }) => type),
    ),
  );
}

const timesIn = (life: readonly string[], event: string): number => life.filter((type) => type.includes(`.${event}.`)).length;
/** How many lives have the event at all, and in none of them it is there twice. */
const onceIn = (all: readonly string[][], event: string): number => {
  const counts = all.map((life) => timesIn(life, event));
  expect(Math.max(...counts)).toBeLessThanOrEqual(1);
  return counts.filter((count) => count === 1).length;
};

test('every figure of reporting is what the script counted itself', () => {
  expect(first.comparison.rows.filter(({ counted, figure }) => counted !== figure)).toEqual([]);
  expect(first.comparison.rows.length).toBeGreaterThan(15);
  expect(first.agrees).toBe(true);
});

test('what comes due between two moments of the year happens by itself, and once', async () => {
  const took = plan.applications.flatMap((application) => workingDaysOf(application) ?? []);
  const [applications, projects, calls] = [await lives('applications'), await lives('projects'), await lives('calls')];
  expect(onceIn(calls, 'call.closed')).toBe(1);
  expect(onceIn(applications, 'decision-reminded')).toBe(took.filter((n) => n > 20).length);
  expect(onceIn(applications, 'decision-escalated')).toBe(took.filter((n) => n > 30).length);
  const warnings = plan.projects.flatMap(({ reports }) => reports.flatMap(({ warned }) => warned ?? []));
  const sum = (event: string): number => projects.reduce((all, life) => all + timesIn(life, event), 0);
  expect(sum('warned')).toBe(warnings.length);
  expect(sum('warning-escalated')).toBe(warnings.filter((how) => how === 'escalated').length);
  expect(sum('correction-escalated')).toBe(plan.projects.filter(({ midway }) => midway === 'corrected-late').length);
  expect(sum('follow-up-reminded')).toBe(days.followedUp.length * plan.projects.filter(({ isFollowedUpLate }) => isFollowedUpLate).length);
  const experts = Items.parse(await read('talent', '/v1/experts?limit=100&purpose=test')).items;
  expect(experts.map(({ status }) => status).filter((status) => status === 'lapsed')).toHaveLength(
    plan.roster.filter(({ renewals }) => renewals < 2).length,
  );
});

test('what was decided is dated by the clock of the year, though every token was checked by the real one', async () => {
  const { items } = Items.parse(await read('projects', '/v1/applications?limit=100'));
  expect(items).toHaveLength(smallestYear.applications);
  for (const { createdAt, updatedAt } of items)
    expect([String(createdAt).slice(0, 7), String(updatedAt) < '2022-06']).toEqual(['2022-03', true]);
});

test('the year played again changes nothing, and its clock does not go back', async () => {
  const again = await runYear(platform, plan);
  expect([first.changes > 300, again.changes, again.agrees]).toEqual([true, 0, true]);
  expect(await read('reporting', '/v1/figures/applications', 'kjj-analyst')).toEqual(watermark);
  expect(await platform.clock.moveTo(at(days.approved))).toBe(0);
  expect(platform.clock.now() > at(days.ends)).toBe(true);
}, 120_000);

test('a service that is started again finds the clock where it was', async () => {
  const before = platform.pids().projects ?? 0;
  process.kill(before, 'SIGKILL');
  const isBack = async (): Promise<boolean> =>
    platform.pids().projects !== before &&
    (await fetch(`${platform.services.projects}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ));
  for (const giveUpAt = Date.now() + 60_000; !(await isBack());) if (Date.now() > giveUpAt) throw new Error('projects does not come back');
  await platform.clock.moveTo('2026-08-01T00:00:00.000Z');
  const body = { number: 'LATER', title: '之后', signedOn: '2026-08-01', participants: [] };
  const response = await fetch(`${platform.services.projects}/v1/projects`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokens['kjj-officer']()}`,
      'content-type': 'application/json',
      'idempotency-key': 'later',
    },
    body: JSON.stringify({
      ...body,
      participants: [{ no: 1, organisation: { name: '某公司' }, role: 'lead', amount: { amount: 0, currency: 'CNY' } }],
    }),
  });
  expect([response.status, await response.json()]).toMatchObject([201, { createdAt: '2026-08-01T00:00:00.000Z' }]);
}, 120_000);

test('another year is refused on a platform that holds one', async () => {
  await expect(runYear(platform, planYear('another', smallestYear))).rejects.toThrow('this platform holds the year of --seed test');
});

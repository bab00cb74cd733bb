import type { Actor } from '@xietong/kernel';
import { published, publishedEvent, type SpecPublished } from '../../testing/published-events.ts';
import { answersOf, rowsOf } from '../testing/answers-of.ts';

const topic = 'CN-331082.kjj.projects';
const director: Actor = { id: 'somebody', kind: 'person', roles: ['director'], agency: 'CN-331082/kjj' };

const organisation = { id: 'CN-USCI:91331082MA00D034X0', name: '临海市示范制造有限公司', kind: 'enterprise' };
const handedIn = (id: string, version: number, region: string, area = 'smart-manufacturing', countedFrom = '2026-03-10') =>
  publishedEvent(topic, {
    type: 'application.submitted',
    id,
    version,
    data: {
      content: {
        ...{ title: '示范产线', area, summary: '建设产线', goals: '良品率提高', budget: { amount: 100, currency: 'CNY' } },
        parties: [{ role: 'lead', organisation: { ...organisation, region }, shareBasisPoints: 10_000, tasks: '牵头' }],
        ...{ startsOn: '2026-07-01', endsOn: '2028-06-30' },
      },
      ...{ countedFrom, usedWorkingDays: 0, provisional: false },
      ...{ remindAt: '2026-04-08T16:00:00.000Z', decideBy: '2026-04-22T16:00:00.000Z' },
    },
  });
const decided = (type: 'approved' | 'refused', id: string, version: number, usedWorkingDays: number, time = '2026-04-01T08:00:00.000Z') =>
  publishedEvent(topic, {
    type: `application.${type}`,
    id,
    version,
    time,
    data: {
      ...(type === 'approved' ? { granted: { amount: 1, currency: 'CNY' } } : { reason: '名额已满' }),
      ...{ late: usedWorkingDays > 30, usedWorkingDays },
    },
  });
const registered = (project: string, region: string) =>
  published(topic, { project, version: 1, signedOn: '2025-03-01', participants: [{ region, lead: true, amount: 1 }] });
const step = (type: string, id: string, version: number, time: string, data: SpecPublished['data'] = {}) =>
  publishedEvent(topic, { type, id, version, time, data });
const plan = { milestones: [{ no: 1, title: '全部', due: '2026-12-31', weightPercent: 100 }] };

const withAnswers = answersOf(topic, director);

const applications = [
  handedIn('1', 2, 'CN-331082'),
  decided('approved', '1', 3, 6),
  handedIn('2', 2, 'CN-331002', 'ocean'),
  decided('refused', '2', 3, 31),
  handedIn('3', 2, 'CN-331082'),
  decided('approved', '3', 3, 12),
  handedIn('4', 2, 'CN-330106'),
];
// Their drafts come first.
const drafts = ['1', '2', '3', '4'].map((id) =>
  publishedEvent(topic, {
    type: 'application.drafted',
    id,
    version: 1,
    data: { call: 'CN-331082.kjj.2026-01', agency: 'CN-331082/kjj', applicant: organisation.id, rules: '2025', content: {} },
  }),
);

test('a director sees how many applications were handed in and approved, at any level, and the rate among those decided', () =>
  withAnswers([...drafts, ...applications], async (ask) => {
    expect(rowsOf(await ask('/v1/figures/applications?by=region&level=prefecture'))).toEqual([
      { region: 'CN-3301', value: 1 },
      { region: 'CN-3310', value: 3 },
    ]);
    expect(rowsOf(await ask('/v1/figures/approved-applications?by=field&year=2026'))).toEqual([{ field: 'smart-manufacturing', value: 2 }]);
    expect(await ask('/v1/figures/approval-rate')).toMatchObject({ unit: 'basis-point', rows: [{ value: 6667 }] });
    expect(rowsOf(await ask('/v1/figures/approval-rate?year=2025'))).toEqual([]);
  }));

test('half of the decisions took no more working days than the median, and those not late are in time', () =>
  withAnswers([...drafts, ...applications], async (ask) => {
    expect(await ask('/v1/figures/days-to-decision')).toMatchObject({ unit: 'working-day', rows: [{ value: 12 }] });
    expect(rowsOf(await ask('/v1/figures/decisions-in-time?by=field'))).toEqual([
      { field: 'ocean', value: 0 },
      { field: 'smart-manufacturing', value: 10_000 },
    ]);
  }));

test('a rate opens to every decision that it counts, not to the applications that place them', () =>
  withAnswers([...drafts, ...applications], async (ask) => {
    const [all] = (await ask('/v1/figures/approval-rate?level=province&by=region')).rows;
    const { items } = await ask(all?.events ?? '');
    expect(items.map(({ event }) => event.id)).toEqual([
      'application/CN-331082.kjj.1/3',
      'application/CN-331082.kjj.2/3',
      'application/CN-331082.kjj.3/3',
    ]);
  }));

test('projects are counted by how they stood at the end of a day, and as they stand now', () =>
  withAnswers(
    [
      registered('1', 'CN-331082'),
      step('project.plan-set', '1', 2, '2026-01-10T08:00:00.000Z', plan),
      // The first of July at the agency.
      step('project.suspended', '1', 3, '2026-06-30T16:30:00.000Z', { reason: '等待设备' }),
      registered('2', 'CN-331002'),
      step('project.plan-set', '2', 2, '2026-01-10T08:00:00.000Z', plan),
    ],
    async (ask) => {
      const states = async (day: string) => rowsOf(await ask(`/v1/figures/project-states?by=state${day && `&asOf=${day}`}`));
      expect(await states('2025-02-28')).toEqual([]);
      expect(await states('2026-01-09')).toEqual([{ state: 'registered', value: 2 }]);
      expect(await states('2026-06-30')).toEqual([{ state: 'active', value: 2 }]);
      expect(await states('')).toEqual([
        { state: 'active', value: 1 },
        { state: 'suspended', value: 1 },
      ]);
      const asOf = await ask('/v1/figures/project-states?by=state&asOf=2026-06-30');
      expect((await ask(asOf.rows[0]?.events ?? '')).items.map(({ event }) => event.id)).toEqual([
        'project/CN-331082.kjj.1/2',
        'project/CN-331082.kjj.2/2',
      ]);
    },
  ));

test('running projects are counted by their lag at the newest report', () => {
  const report = (id: string, version: number, on: string, plannedBasisPoints: number, actualBasisPoints: number) =>
    step('project.progress-reported', id, version, `${on}T08:00:00.000Z`, { on, plannedBasisPoints, actualBasisPoints, milestones: [] });
  const running = (id: string) => [registered(id, 'CN-331082'), step('project.plan-set', id, 2, '2025-04-01T08:00:00.000Z', plan)];
  const messages = [
    ...[...running('1'), report('1', 3, '2025-06-30', 1000, 0), report('1', 4, '2025-09-30', 2000, 2000)],
    ...[...running('2'), report('2', 3, '2025-09-30', 2000, 1000)],
    ...[...running('3'), report('3', 3, '2025-09-30', 2000, 999)],
    ...[
      ...running('4'),
      report('4', 3, '2025-09-30', 4000, 0),
      step('project.exited', '4', 4, '2025-10-01T08:00:00.000Z', { reason: '停止' }),
    ],
  ];
  return withAnswers(messages, async (ask) => {
    expect(rowsOf(await ask('/v1/figures/project-lag?by=state'))).toEqual([
      { state: 'behind-to-10', value: 1 },
      { state: 'behind-to-20', value: 1 },
      { state: 'not-behind', value: 1 },
    ]);
    expect(rowsOf(await ask('/v1/figures/project-lag?state=behind-beyond-20&asOf=2025-09-30'))).toEqual([{ value: 1 }]);
  });
});

test('the share led from named regions counts what belongs to them, and is refused where none is named', () =>
  withAnswers(
    [registered('1', 'CN-331082'), registered('2', 'CN-331002'), registered('3', 'NO-03'), registered('4', 'CN-310115')],
    async (ask) => {
      for (const [within, value] of [
        ['CN-331082', 2500],
        ['CN-3310', 5000],
        ['CN-33,NO-03', 7500],
        ['CN', 7500],
        ['CN-44', 0],
      ])
        expect([within, rowsOf(await ask(`/v1/figures/lead-region-share?within=${within}`))]).toEqual([within, [{ value }]]);
      await expect(ask('/v1/figures/lead-region-share')).rejects.toThrow();
    },
  ));

test('of a follow-up that is reported again the newest counts, and jobs and tonnes of several years add up', () => {
  const followedUp = (version: number, no: number, jobs: number, co2SavedKg: number) =>
    step('project.followed-up', '1', version, '2026-05-01T08:00:00.000Z', {
      ...{ no, jobs, co2SavedKg, revenue: { amount: jobs * 100, currency: 'CNY' } },
      ...{ inUse: true, late: false },
    });
  return withAnswers(
    [registered('1', 'CN-331082'), followedUp(2, 1, 10, 500), followedUp(3, 1, 12, 700), followedUp(4, 2, 5, -100)],
    async (ask) => {
      expect(rowsOf(await ask('/v1/figures/follow-up-jobs'))).toEqual([{ value: 17 }]);
      expect(rowsOf(await ask('/v1/figures/follow-up-co2?by=year'))).toEqual([{ year: 2026, value: 600 }]);
      expect(await ask('/v1/figures/follow-up-revenue')).toMatchObject({ unit: 'CNY fen', rows: [{ value: 1700 }] });
    },
  );
});

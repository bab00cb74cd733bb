import { type Measured, type MeasurementMetric, placedCount } from './metric.ts';

const placed = { placedBy: 'project.lead', fieldBy: 'project.field' } as const;
const flow = (measure: string, state?: string): Measured => ({ ...placed, kind: 'flow', measure, ...(state && { state }) });
const status: Measured = { ...placed, kind: 'stock', measure: 'project.status' };

const ofProjects = { ...placedCount, unit: 'project' } as const;

/** How projects go. Each counts once, in the region of its lead at the level asked for, by the divisions of the day of signing. */
export const courseMetrics: readonly MeasurementMetric[] = [
  {
    ...ofProjects,
    id: 'project-states',
    name: { zh: '项目状态', en: 'Projects by state' },
    definition: {
      zh: '项目在所查询之日的状态：已登记、实施中、已中止、已退出、已完成。项目自签约之日起计入，其他状态自事件当日（主管部门所在地）起计入；年份为签约年份。',
      en: 'How projects stand on the day asked for: registered, active, suspended, exited or completed. A project counts from the day of signing on, and in another state from the day of its event at the agency. By year of signing.',
    },
    formula: 'count of different projects by their newest state on or before the day',
    dimensions: ['year', 'state', 'field', 'region', 'level'],
    sources: [
      'project.registered',
      'project.plan-set',
      'project.suspended',
      'project.resumed',
      'project.exited',
      'project.completed',
      'project.accepted',
    ],
    of: status,
  },
  {
    ...ofProjects,
    id: 'warned-projects',
    name: { zh: '预警项目数', en: 'Projects warned' },
    definition: {
      zh: '受到进度预警的项目数，按预警之日计入年份；同一年份内多次预警的只计一次。',
      en: 'Projects warned for lagging their plan, under the day of the warning. One that is warned several times counts once in each row.',
    },
    formula: 'count of different projects warned',
    sources: ['project.warned'],
    counted: ['aggregate'],
    of: flow('project.warning'),
  },
  {
    ...ofProjects,
    id: 'assisted-projects',
    name: { zh: '帮扶项目数', en: 'Projects assisted' },
    definition: {
      zh: '主管部门给予帮扶的项目数，按帮扶开始之日计入年份；多次帮扶的只计一次。',
      en: 'Projects that the agency helps, under the day on which an assistance began. One that is helped several times counts once in each row.',
    },
    formula: 'count of different projects assisted',
    sources: ['project.assisted'],
    counted: ['aggregate'],
    of: flow('project.assistance'),
  },
  {
    ...ofProjects,
    id: 'exited-projects',
    name: { zh: '退出项目数', en: 'Projects exited' },
    definition: {
      zh: '计划未完成即退出的项目数，按退出之日计入年份。',
      en: 'Projects that ended before their plan was done, under the day of the exit.',
    },
    formula: 'count of different projects exited',
    sources: ['project.exited'],
    of: flow('project.status', 'exited'),
  },
  {
    ...ofProjects,
    id: 'accepted-projects',
    name: { zh: '验收项目数', en: 'Projects accepted' },
    definition: {
      zh: '通过第三方验收的项目数，按验收之日计入年份。未经验收而完成的不计。',
      en: 'Projects that a third party accepted, under the day of acceptance. One that was completed without acceptance does not count.',
    },
    formula: 'count of different projects accepted',
    sources: ['project.accepted'],
    of: flow('project.acceptance'),
  },
  {
    ...ofProjects,
    id: 'project-lag',
    name: { zh: '进度落后分布', en: 'Running projects by lag' },
    definition: {
      zh: '实施中的项目按最近一次进度报告落后计划的百分点分组：未落后、不超过 10、超过 10 不超过 20、超过 20。可指定查询之日，只看当日及之前的报告；尚无报告的项目不计；年份为签约年份。',
      en: 'Running projects by how many percentage points of the plan they are behind at their newest report: not behind, up to 10, more than 10 up to 20, more than 20. On an earlier day, by the reports up to then. A project without a report does not count. By year of signing.',
    },
    formula: 'count of different active projects by planned less actual at their newest report',
    dimensions: ['year', 'state', 'field', 'region', 'level'],
    sources: ['project.progress-reported'],
    of: {
      ...placed,
      kind: 'stock',
      measure: 'project.lag',
      whose: { measure: 'project.status', state: 'active' },
      bands: [
        { state: 'not-behind', upTo: 0 },
        { state: 'behind-to-10', upTo: 1000 },
        { state: 'behind-to-20', upTo: 2000 },
        { state: 'behind-beyond-20' },
      ],
    },
  },
  {
    ...ofProjects,
    id: 'warnings-in-time',
    name: { zh: '预警按时答复率', en: 'Warnings answered in time' },
    unit: 'basis-point',
    definition: {
      zh: '已按时答复或已逾期升级的预警中按时（48 小时内）答复的比例，按答复或升级之日计入年份。尚在期限内或项目先已结束的预警不计。',
      en: 'The share of warnings answered within 48 hours of those that were answered in time or escalated, under the day of the answer or the escalation. A warning whose time still runs, or whose project ended first, does not count.',
    },
    formula: 'warnings answered in time / warnings answered in time or escalated',
    sources: ['project.warning-answered', 'project.warning-escalated'],
    value: { shareOf: { state: 'in-time' } },
    of: flow('project.warning-end'),
  },
];

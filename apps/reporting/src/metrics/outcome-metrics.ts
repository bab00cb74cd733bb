import { type Measured, type MeasurementMetric, placedCount } from './metric.ts';

const flow = (measure: string): Measured => ({ placedBy: 'project.lead', fieldBy: 'project.field', kind: 'flow', measure });

const ofFollowUps = {
  ...placedCount,
  sources: ['project.followed-up'],
  value: 'sum',
} as const satisfies Partial<MeasurementMetric>;

/** Where projects are led from, and what came of them; each in the region of its lead. */
export const outcomeMetrics: readonly MeasurementMetric[] = [
  {
    ...placedCount,
    id: 'lead-region-share',
    name: { zh: '重点地区牵头占比', en: 'Share led from named regions' },
    unit: 'basis-point',
    definition: {
      zh: '牵头单位位于所列地区（含其下辖地区）的项目占全部项目的比例，按签约之日计入年份。牵头地区未知的项目计入全部项目。',
      en: 'The share of projects whose lead lies in one of the regions named, or in a region that belongs to it, by year of signing. A project of which the region of the lead is not known counts among all.',
    },
    formula: 'projects with the lead in the regions named / projects',
    sources: ['project.registered', 'project.participants-amended'],
    value: { shareOf: 'within' },
    of: flow('project.lead'),
  },
  {
    ...ofFollowUps,
    id: 'follow-up-revenue',
    name: { zh: '成果转化收入', en: 'Revenue from results' },
    unit: 'money',
    definition: {
      zh: '跟踪评价所报成果收入之和，按评价上报之日计入年份。',
      en: 'Sum of the revenue from results that follow-ups report, under the day of the follow-up.',
    },
    formula: 'sum of the revenue of follow-ups',
    of: flow('project.revenue'),
  },
  {
    ...ofFollowUps,
    id: 'follow-up-jobs',
    name: { zh: '带动就业', en: 'Jobs made' },
    unit: 'job',
    definition: {
      zh: '跟踪评价所报带动就业人数之和，按评价上报之日计入年份。',
      en: 'Sum of the jobs that follow-ups report, under the day of the follow-up.',
    },
    formula: 'sum of the jobs of follow-ups',
    of: flow('project.jobs'),
  },
  {
    ...ofFollowUps,
    id: 'follow-up-co2',
    name: { zh: '二氧化碳减排量', en: 'Carbon dioxide saved' },
    unit: 'kilogram',
    definition: {
      zh: '跟踪评价所报二氧化碳减排量之和，增加的排放计为负数；按评价上报之日计入年份。',
      en: 'Sum of the carbon dioxide saved that follow-ups report, below 0 where more was emitted; under the day of the follow-up.',
    },
    formula: 'sum of the carbon dioxide saved of follow-ups',
    of: flow('project.co2-saved'),
  },
];

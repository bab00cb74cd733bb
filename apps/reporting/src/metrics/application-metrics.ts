import { type Measured, type MeasurementMetric, placedCount } from './metric.ts';

const handedIn = 'application.handed-in';
const placed = { placedBy: handedIn, fieldBy: handedIn, kind: 'flow' } as const satisfies Partial<Measured>;
const decision: Measured = { ...placed, measure: 'application.decision' };
const decisionTime: Measured = { ...placed, measure: 'application.decision-time' };

const ofApplications = { ...placedCount, unit: 'application' } as const;

const decided = ['application.approved', 'application.refused'];

/** What became of applications. Each counts once, in the region of its lead at the level asked for, by the divisions of the day on which it was handed in. */
export const applicationMetrics: readonly MeasurementMetric[] = [
  {
    ...ofApplications,
    id: 'applications',
    name: { zh: '申报数', en: 'Applications handed in' },
    definition: {
      zh: '已提交的申报数，按提交之日计入年份；退回后重新提交的，按最近一次提交之日。之后撤回、失效的也计入。',
      en: 'Applications handed in, under the day on which that was; of one that was returned and handed in again it is the last time. One that is withdrawn or lapses afterwards still counts.',
    },
    formula: 'count of different applications handed in',
    sources: ['application.submitted'],
    of: { ...placed, measure: handedIn },
  },
  {
    ...ofApplications,
    id: 'approved-applications',
    name: { zh: '立项数', en: 'Applications approved' },
    definition: { zh: '批准立项的申报数，按决定之日计入年份。', en: 'Applications approved, under the day of the decision at the agency.' },
    formula: 'count of different applications approved',
    sources: ['application.approved'],
    of: { ...decision, state: 'approved' },
  },
  {
    ...ofApplications,
    id: 'refused-applications',
    name: { zh: '不予立项数', en: 'Applications refused' },
    definition: {
      zh: '审查合格后决定不予立项的申报数，按决定之日计入年份。形式审查不合格的另计。',
      en: 'Applications refused although they fulfilled the conditions of the call, under the day of the decision. Those found ineligible are counted apart.',
    },
    formula: 'count of different applications refused',
    sources: ['application.refused'],
    of: { ...decision, state: 'refused' },
  },
  {
    ...ofApplications,
    id: 'ineligible-applications',
    name: { zh: '形式审查不合格数', en: 'Applications found ineligible' },
    definition: {
      zh: '不符合申报条件的申报数，按认定之日计入年份。',
      en: 'Applications that do not fulfil the conditions of the call, under the day on which the agency found so.',
    },
    formula: 'count of different applications found ineligible',
    sources: ['application.declared-ineligible'],
    of: { ...decision, state: 'ineligible' },
  },
  {
    ...ofApplications,
    id: 'approval-rate',
    name: { zh: '立项率', en: 'Approval rate' },
    unit: 'basis-point',
    definition: {
      zh: '已有结论（立项、不予立项、形式审查不合格）的申报中批准立项的比例，按决定之日计入年份。尚未决定、已撤回的不计。',
      en: 'The share approved of the applications on which there is a decision (approved, refused, found ineligible), under the day of the decision. One that is undecided or withdrawn does not count.',
    },
    formula: 'applications approved / applications approved, refused or found ineligible',
    sources: [...decided, 'application.declared-ineligible'],
    value: { shareOf: { state: 'approved' } },
    of: decision,
  },
  {
    ...ofApplications,
    id: 'days-to-decision',
    name: { zh: '办理工作日（中位数）', en: 'Working days to a decision (median)' },
    unit: 'working-day',
    definition: {
      zh: '立项或不予立项的决定所用工作日的中位数：半数决定不超过这一天数。自提交次日起算至决定当日，按主管部门所在国的工作日历；退回补正期间不计。按决定之日计入年份。未载明工作日的早期决定不计。',
      en: "The median of the working days that approvals and refusals took: half of them took no more. Counted from the day after it was handed in to the day of the decision, by the calendar of the agency's country, without the time for which it was returned. Under the day of the decision; early decisions that do not say their working days are left out.",
    },
    formula: 'the smallest number of working days within which at least half of the decisions were made',
    sources: decided,
    value: 'median',
    of: decisionTime,
  },
  {
    ...ofApplications,
    id: 'decisions-in-time',
    name: { zh: '按期办结率', en: 'Decisions in time' },
    unit: 'basis-point',
    definition: {
      zh: '立项和不予立项的决定中在办理时限（30 个工作日，以申报适用的规则为准）内作出的比例，按决定之日计入年份。',
      en: 'The share of approvals and refusals within the time for the decision: 30 working days, or as many as the rules of the application give. Under the day of the decision.',
    },
    formula: 'decisions not late / approvals and refusals',
    sources: decided,
    value: { shareOf: { state: 'in-time' } },
    of: decisionTime,
  },
];

import {
  reportApproved,
  reportDrafted,
  type reportEvents,
  reportPublished,
  reportReturned,
  reportSubmitted,
  reportWithdrawn,
} from '@xietong/contracts-reporting';
import type { Actor, EventOf } from '@xietong/kernel';
import { director, given, officer, stateAfter } from '@xietong/testing';
import { getMetric } from '../metrics/catalogue.ts';
import { set } from '../target/example.fixture.ts';
import { Target } from '../target/target.ts';
import type { Draft } from './decide/draft.ts';
import type { Drawn } from './drawn-figures.ts';
import { Report } from './report.ts';

export const agency = 'CN-331082/kjj';
/** Wednesday, 8 July 2026, four in the afternoon at the agency. */
export const now = '2026-07-08T08:00:00.000Z' as const;
const as = (actor: Actor, name: string): Actor => ({ ...actor, id: name.padEnd(22, '-') });
export const drafter = as(officer(agency), 'drafter');
export const submitter = as(director(agency), 'submitter');
export const approver = as(director(agency), 'approver');
export const byDrafter = { actor: drafter, now } as const;
export const bySubmitter = { actor: submitter, now } as const;
export const byApprover = { actor: approver, now } as const;

export const watermark = 'CN-331082.kjj.projects:17.4.9';
const { name, definition } = getMetric('pair-projects');
const row = { a: 'CN-331002', b: 'CN-331082', value: 12, events: `/v1/figures/pair-projects/events?at=${watermark}` } as const;
export const figure = {
  metric: 'pair-projects',
  name,
  definition,
  unit: 'project',
  by: ['a', 'b'],
  question: 'year=2026&by=a%2Cb',
  rows: [row],
} as const;
export const drawn: Drawn = {
  watermark,
  figures: [{ ...figure, by: [...figure.by], rows: [...figure.rows] }],
  targets: [{ id: 'CN-331082.kjj.2026-03', state: stateAfter(Target, [set]), actual: 189 }],
};

export const input: Draft = {
  ...{ number: '2026-H1', title: '2026 年上半年区域协同报告', firstYear: 2026, lastYear: 2026 },
  figures: [{ metric: 'pair-projects', by: ['a', 'b'] }],
};
export const drafted = reportDrafted({
  ...{ agency, number: '2026-H1', title: '2026 年上半年区域协同报告', firstYear: 2026, lastYear: 2026, day: '2026-07-08', watermark },
  draftedBy: drafter.id,
  figures: [...drawn.figures],
  targets: [
    {
      ...{ target: 'CN-331082.kjj.2026-03', title: set.data.title, metric: 'projects', unit: 'project', aim: 'at-least' },
      // 189 of 730 days are gone.
      ...{ firstYear: 2026, lastYear: 2027, value: 730, responsible: '成果转化科', actual: 189, expected: 189, standing: 'on-pace' },
    },
  ],
});
export const submitted = reportSubmitted({ summary: '上半年新增跨县项目 12 个。', submittedBy: submitter.id });
export const returned = reportReturned({ reason: '请补充落后指标的原因' });
export const approved = reportApproved({ approvedBy: approver.id });
export const published = reportPublished({ on: '2026-07-08' });
export const withdrawn = reportWithdrawn({ reason: '统计口径有误，另行起草' });

/** A report with this history, and its drafter before it. */
export const report = (...history: EventOf<typeof reportEvents>[]) => given(Report, history, byDrafter);

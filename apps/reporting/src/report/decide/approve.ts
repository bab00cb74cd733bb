import { reportApproved } from '@xietong/contracts-reporting';
import { type Context, refuse } from '@xietong/kernel';
import type { ReportState } from '../state.ts';

export const approve = (report: ReportState, _: object, { actor }: Context) => {
  if (report.status !== 'submitted') return refuse('not-submitted', { status: report.status });
  return [report.draftedBy, report.submittedBy].includes(actor.id) ? refuse('own-draft') : [reportApproved({ approvedBy: actor.id })];
};

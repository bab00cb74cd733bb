import { reportPublished } from '@xietong/contracts-reporting';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import type { ReportState } from '../state.ts';

export const publish = ({ status, agency }: ReportState, _: object, { now }: Context) =>
  status === 'approved' ? [reportPublished({ on: todayAt(agency, now) })] : refuse('not-approved', { status });

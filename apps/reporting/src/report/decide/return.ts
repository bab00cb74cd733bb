import { reportReturned } from '@xietong/contracts-reporting';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ReportState } from '../state.ts';

export const Return = z.strictObject(reportReturned.schema.shape);
export type Return = z.output<typeof Return>;

export const returnReport = ({ status }: ReportState, { reason }: Return) =>
  status === 'submitted' ? [reportReturned({ reason })] : refuse('not-submitted', { status });

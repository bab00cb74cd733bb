import { reportWithdrawn } from '@xietong/contracts-reporting';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ReportState } from '../state.ts';

export const Withdraw = z.strictObject(reportWithdrawn.schema.shape);
export type Withdraw = z.output<typeof Withdraw>;

export const withdraw = ({ status }: ReportState, { reason }: Withdraw) =>
  status === 'withdrawn' ? refuse('already-withdrawn') : [reportWithdrawn({ reason })];

import { expertRejected } from '@xietong/contracts-talent';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ExpertState } from '../state.ts';

export const Reject = z.strictObject(expertRejected.schema.shape);
export type Reject = z.output<typeof Reject>;

export const reject = ({ status }: ExpertState, { reason }: Reject) =>
  status === 'registered' ? [expertRejected({ reason })] : refuse('not-up-for-verification', { status });

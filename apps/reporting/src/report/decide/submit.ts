import { reportSubmitted } from '@xietong/contracts-reporting';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ReportState } from '../state.ts';

export const Submit = z.strictObject(reportSubmitted.schema.pick({ summary: true }).shape);
export type Submit = z.output<typeof Submit>;

export const submit = ({ status }: ReportState, { summary }: Submit, { actor }: Context) =>
  status === 'draft' ? [reportSubmitted({ summary, submittedBy: actor.id })] : refuse('not-a-draft', { status });

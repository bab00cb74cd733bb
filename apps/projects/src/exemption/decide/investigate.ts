import { exemptionInvestigated } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ExemptionState } from '../state.ts';

export const Investigate = z.strictObject(exemptionInvestigated.schema.shape);
export type Investigate = z.output<typeof Investigate>;

export const investigate = ({ status }: ExemptionState, { findings }: Investigate) =>
  status === 'appointed' ? [exemptionInvestigated({ findings })] : refuse('not-under-investigation', { status });

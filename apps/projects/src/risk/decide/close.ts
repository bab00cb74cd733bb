import { riskClosed } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { RiskState } from '../state.ts';

export const Close = z.strictObject(riskClosed.schema.shape);
export type Close = z.output<typeof Close>;

export const close = ({ status }: RiskState, { outcome }: Close) =>
  status === 'closed' ? refuse('risk-closed') : [riskClosed({ outcome })];

import { targetAssigned } from '@xietong/contracts-reporting';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { TargetState } from '../state.ts';

export const Assign = z.strictObject(targetAssigned.schema.shape);
export type Assign = z.output<typeof Assign>;

export const assign = (target: TargetState, { responsible }: Assign) =>
  responsible === target.responsible ? refuse('already-assigned', { responsible }, 'responsible') : [targetAssigned({ responsible })];

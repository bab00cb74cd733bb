import { applicationDeclaredIneligible } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../state.ts';

export const DeclareIneligible = z.strictObject({ reason: Reason });
export type DeclareIneligible = z.output<typeof DeclareIneligible>;

export const declareIneligible = ({ status }: ApplicationState, { reason }: DeclareIneligible) =>
  status === 'submitted' ? [applicationDeclaredIneligible({ reason })] : refuse('not-submitted', { status });

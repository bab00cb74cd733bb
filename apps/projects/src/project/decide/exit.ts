import { Grant, projectExited } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { isInCurrency } from '../participants.ts';
import { hasEnded, type ProjectState } from '../state.ts';

export const Exit = z.strictObject({ reason: Reason, settled: z.strictObject(Grant.shape).optional() });
export type Exit = z.output<typeof Exit>;

export const exit = (project: ProjectState, input: Exit) => {
  if (hasEnded(project)) return refuse('project-ended', { status: project.status });
  const currency = input.settled?.currency;
  if (currency && !isInCurrency(project, currency)) return refuse('currencies-mixed', { currency }, 'settled.currency');
  return [projectExited(input)];
};

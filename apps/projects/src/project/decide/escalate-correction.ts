import { projectCorrectionEscalated } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { findOwedCorrection } from '../midway.ts';
import type { ProjectState } from '../state.ts';

export const escalateCorrection = (project: ProjectState, _: object, { now }: Context) => {
  const correction = findOwedCorrection(project);
  if (correction?.status !== 'open' || now < correction.overdueAt) return refuse('no-correction-overdue', { status: project.status });
  return [projectCorrectionEscalated({ overdueAt: correction.overdueAt })];
};

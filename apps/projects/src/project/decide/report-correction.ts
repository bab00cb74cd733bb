import { projectCorrectionEscalated, projectCorrectionReported } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { findOwedCorrection } from '../midway.ts';
import type { ProjectState } from '../state.ts';

export const ReportCorrection = z.strictObject({ done: projectCorrectionReported.schema.shape.done });
export type ReportCorrection = z.output<typeof ReportCorrection>;

export const reportCorrection = (project: ProjectState, { done }: ReportCorrection, { now }: Context) => {
  const correction = findOwedCorrection(project);
  if (!correction) return refuse('no-correction-owed', { status: project.status });
  const { status, overdueAt } = correction;
  const late = now >= overdueAt;
  const reported = projectCorrectionReported({ done, late });
  // A late report that overtakes the clock does not undo the escalation.
  return late && status === 'open' ? [projectCorrectionEscalated({ overdueAt }), reported] : [reported];
};

import { MilestonesInput, projectPlanSet } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { checkMilestones } from '../plan.ts';
import { hasEnded, type ProjectState } from '../state.ts';

export const SetPlan = z.strictObject({ milestones: MilestonesInput });
export type SetPlan = z.output<typeof SetPlan>;

export const setPlan = (project: ProjectState, { milestones }: SetPlan) => {
  if (hasEnded(project)) return refuse('project-ended', { status: project.status });
  if (project.status !== 'registered') return refuse('plan-already-set', { status: project.status });
  return checkMilestones(milestones, project) ?? [projectPlanSet({ milestones })];
};

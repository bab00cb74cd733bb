import { Assistance, projectAssisted } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { assistancesOf } from '../assistance.ts';
import { isBelowPlan, standingOn } from '../standing.ts';
import type { ProjectState } from '../state.ts';

export const Assist = z.strictObject(Assistance.omit({ no: true }).shape);
export type Assist = z.output<typeof Assist>;

/** The procedure begins with a warning, whatever became of it, and goes on while the last report stands below the present plan. */
export const assist = (project: ProjectState, input: Assist) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  if (!project.warning) return refuse('never-warned');
  const last = project.progress.at(-1);
  if (!last || !isBelowPlan(standingOn(last.on, project.plan, last.milestones))) return refuse('not-behind-plan', { on: last?.on });
  return [projectAssisted({ no: assistancesOf(project).length + 1, ...input })];
};

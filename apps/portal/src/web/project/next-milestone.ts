import type { Project } from '../api/project.ts';
import { type MilestoneLine, toMilestoneLines } from './standing.ts';

/** The earliest milestone of the plan that the newest report does not state as done; undefined where all are, or there is no plan. */
export const nextMilestoneOf = (project: Pick<Project, 'plan' | 'progress'>): MilestoneLine | undefined =>
  toMilestoneLines(project).find(({ donePercent = 0 }) => donePercent < 100);

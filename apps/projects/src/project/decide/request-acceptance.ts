import { projectAcceptanceRequested } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { isStopUndecided } from '../midway.ts';
import { unfinishedOf } from '../standing.ts';
import type { ProjectState } from '../state.ts';

export const RequestAcceptance = z.strictObject(projectAcceptanceRequested.schema.shape);
export type RequestAcceptance = z.output<typeof RequestAcceptance>;

export const requestAcceptance = (project: ProjectState, { results }: RequestAcceptance) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  if (project.acceptance?.status === 'requested') return refuse('acceptance-requested-already');
  if (isStopUndecided(project.midway)) return refuse('stop-undecided');
  const unfinished = unfinishedOf(project);
  return unfinished.length > 0 ? refuse('milestones-unfinished', { unfinished }) : [projectAcceptanceRequested({ results })];
};

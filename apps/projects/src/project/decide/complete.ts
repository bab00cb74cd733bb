import { projectCompleted } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { donePercentOf } from '../standing.ts';
import type { ProjectState } from '../state.ts';

export const complete = (project: ProjectState) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  const done = project.progress.at(-1)?.milestones ?? [];
  const unfinished = project.plan.milestones.map(({ no }) => no).filter((no) => donePercentOf(no, done) < 100);
  return unfinished.length > 0 ? refuse('milestones-unfinished', { unfinished }) : [projectCompleted({})];
};

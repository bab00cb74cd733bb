import { projectCompleted } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { unfinishedOf } from '../standing.ts';
import type { ProjectState } from '../state.ts';

/**
 * Ends a project that nobody accepts: one of another system, or of a programme that asks for no acceptance. Once acceptance has begun, by
 * an appointment or a request, only the verdict of the third party (`accept`) completes the project; `exit` ends it in any case.
 */
export const complete = (project: ProjectState) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  if (project.acceptor || project.acceptance) return refuse('acceptance-begun');
  const unfinished = unfinishedOf(project);
  return unfinished.length > 0 ? refuse('milestones-unfinished', { unfinished }) : [projectCompleted({})];
};

import { type Light, runningLight } from '@xietong/contracts-projects';
import type { ProjectState } from './state.ts';

/** The light of a project that runs; nothing runs in any other state. */
export const lightOf = (project: ProjectState): Light | undefined =>
  project.status === 'active' || project.status === 'suspended' ? runningLight(project) : undefined;

/** How far the last report lies behind the plan, in basis points of the plan; below 0 where it is ahead, undefined before the first. */
export function lagOf({ status, progress }: ProjectState): number | undefined {
  const last = progress.at(-1);
  return last && (status === 'active' || status === 'suspended') ? last.plannedBasisPoints - last.actualBasisPoints : undefined;
}

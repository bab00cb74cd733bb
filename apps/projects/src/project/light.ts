import { findUnansweredWarning, type ProjectState } from './state.ts';

/** The light of a running project 灯色. `warned`: a warning waits for its answer, in time or late. `behind`: the last report lies below the plan. */
export type Light = 'on-plan' | 'behind' | 'warned';

/** Read from what the rules left in the state, never judged again (docs/decisions/0003-lag-is-relative.md). Nothing runs in any other state. */
export function lightOf(project: ProjectState): Light | undefined {
  if (project.status !== 'active' && project.status !== 'suspended') return undefined;
  if (findUnansweredWarning(project)) return 'warned';
  return project.quarters.at(-1)?.belowPlan ? 'behind' : 'on-plan';
}

/** How far the last report lies behind the plan, in basis points of the plan; below 0 where it is ahead, undefined before the first. */
export function lagOf({ status, progress }: ProjectState): number | undefined {
  const last = progress.at(-1);
  return last && (status === 'active' || status === 'suspended') ? last.plannedBasisPoints - last.actualBasisPoints : undefined;
}

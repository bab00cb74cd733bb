import { followUpsOf } from './acceptance.ts';
import { findOwedCorrection, isStopUndecided } from './midway.ts';
import { findUnansweredWarning, type ProjectState } from './state.ts';

/** What somebody has to do about a project, whoever that is: what lists of tasks find it by. */
export type Awaited =
  | 'plan'
  | 'warning-answer'
  | 'escalated-warning'
  | 'correction'
  | 'stop-decision'
  | 'acceptance-verdict'
  | 'acceptance-supplement'
  | 'follow-up';

/** All that is awaited of or for a project; a progress report is awaited of every active one, and stands here no more than its milestones do. */
export function awaitedOf(project: ProjectState): Awaited[] {
  const warning = findUnansweredWarning(project);
  return [
    ...(project.status === 'registered' ? (['plan'] as const) : []),
    ...(warning ? (['warning-answer'] as const) : []),
    ...(warning?.status === 'escalated' ? (['escalated-warning'] as const) : []),
    ...(findOwedCorrection(project) ? (['correction'] as const) : []),
    ...(project.status === 'active' && isStopUndecided(project.midway) ? (['stop-decision'] as const) : []),
    ...(project.status === 'active' ? awaitedAcceptanceOf(project) : []),
    ...(followUpsOf(project).some(({ status }) => status !== 'done') ? (['follow-up'] as const) : []),
  ];
}

function awaitedAcceptanceOf({ acceptance }: Extract<ProjectState, { status: 'active' }>): Awaited[] {
  if (!acceptance) return [];
  return [acceptance.status === 'requested' ? 'acceptance-verdict' : 'acceptance-supplement'];
}

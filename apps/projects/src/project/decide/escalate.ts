import { projectWarningEscalated } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { findUnansweredWarning, type ProjectState } from '../state.ts';

export const escalate = (project: ProjectState, _: object, { now }: Context) => {
  const warning = findUnansweredWarning(project);
  if (warning?.status !== 'open' || now < warning.answerBy) return refuse('no-warning-overdue', { status: project.status });
  return [projectWarningEscalated({ answerBy: warning.answerBy })];
};

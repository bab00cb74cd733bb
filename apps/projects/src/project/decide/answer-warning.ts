import { projectWarningAnswered, projectWarningEscalated } from '@xietong/contracts-projects';
import { text } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { findUnansweredWarning, type ProjectState } from '../state.ts';

export const AnswerWarning = z.strictObject({ cause: text(2000), measures: text(2000) });
export type AnswerWarning = z.output<typeof AnswerWarning>;

export const answerWarning = (project: ProjectState, { cause, measures }: AnswerWarning, { now }: Context) => {
  const warning = findUnansweredWarning(project);
  if (!warning) return refuse('no-warning-to-answer', { status: project.status });
  const late = now >= warning.answerBy;
  const answered = projectWarningAnswered({ cause, measures, late });
  // A late answer that overtakes the clock does not undo the escalation.
  return late && warning.status === 'open' ? [projectWarningEscalated({ answerBy: warning.answerBy }), answered] : [answered];
};

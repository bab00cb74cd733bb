import { Instant } from '@xietong/domain';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { ProgressReport, Standing } from './progress.ts';
import { text } from './text.ts';

/** Progress was reported, and measured against the plan. */
export const projectProgressReported = event('project.progress-reported', 1, ProgressReport);

/** The project lags its plan: an answer is awaited before `answerBy`, the first moment that is too late. */
export const projectWarned = event('project.warned', 1, z.object({ ...Standing.shape, answerBy: Instant }));

/** The warning was answered: what went wrong, and what is done about it. */
export const projectWarningAnswered = event(
  'project.warning-answered',
  1,
  z.object({ cause: text(2000), measures: text(2000), late: z.boolean() }),
);

/** Nobody had answered the warning in time. */
export const projectWarningEscalated = event('project.warning-escalated', 1, z.object({ answerBy: Instant }));

import type { Due } from '@xietong/kernel';
import { findAwaitedFollowUp } from './acceptance.ts';
import { findOwedCorrection } from './midway.ts';
import { findUnansweredWarning, type ProjectState } from './state.ts';

type Deadline = Due<'escalate' | 'escalateCorrection' | 'remindFollowUp'>;

/** The earliest of the times that run: for the answer to a warning, for a correction, for a follow-up. */
export function dueOf(project: ProjectState): Deadline | undefined {
  const [warning, correction, followUp] = [findUnansweredWarning(project), findOwedCorrection(project), findAwaitedFollowUp(project)];
  const times: Deadline[] = [];
  if (warning?.status === 'open') times.push({ at: warning.answerBy, command: 'escalate' });
  if (correction?.status === 'open') times.push({ at: correction.overdueAt, command: 'escalateCorrection' });
  if (followUp) times.push({ at: followUp.overdueAt, command: 'remindFollowUp' });
  return times.sort((one, other) => (one.at < other.at ? -1 : 1))[0];
}

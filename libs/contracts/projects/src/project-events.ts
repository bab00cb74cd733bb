import { Instant, LocalDate, Reason, text } from '@xietong/domain';
import { AgencyRef, type Collaboration, event } from '@xietong/kernel';
import { z } from 'zod';
import { Grant, type Participant, Participants } from './participant.ts';
import { Plan } from './plan.ts';
import { ProgressReport, Standing } from './progress.ts';
import { Registration } from './registration.ts';

/** A project was entered by an agency, its registrar. */
export const projectRegistered = event('project.registered', 1, z.object({ registrar: AgencyRef, ...Registration.shape }), {
  states: ({ signedOn, participants }) => collaborationOf(signedOn, participants),
});

/** The whole list of participants was replaced. It repeats the day of signing, so that it states the collaboration whole. */
export const projectParticipantsAmended = event(
  'project.participants-amended',
  1,
  z.object({ participants: Participants, signedOn: Registration.shape.signedOn, reason: Reason }),
  { states: ({ signedOn, participants }) => collaborationOf(signedOn, participants) },
);

/** The project has its first plan. */
export const projectPlanSet = event('project.plan-set', 1, Plan);

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

/** The plan was replaced for a reason, and with it the end of the term where `endsOn` is given. */
export const projectAdjusted = event('project.adjusted', 1, z.object({ ...Plan.shape, endsOn: LocalDate.optional(), reason: Reason }));

/** The project stopped for a time. */
export const projectSuspended = event('project.suspended', 1, z.object({ reason: Reason }));

/** The project goes on. */
export const projectResumed = event('project.resumed', 1, z.object({}));

/** The project ended before its plan was done. `settled` is what remains paid out in all, where it is known. */
export const projectExited = event('project.exited', 1, z.object({ reason: Reason, settled: Grant.optional() }));

/** Every milestone was done. */
export const projectCompleted = event('project.completed', 1, z.object({}));

/** Every event of a project, in the order of its life. */
export const projectEvents = [
  projectRegistered,
  projectParticipantsAmended,
  projectPlanSet,
  projectProgressReported,
  projectWarned,
  projectWarningAnswered,
  projectWarningEscalated,
  projectAdjusted,
  projectSuspended,
  projectResumed,
  projectExited,
  projectCompleted,
] as const;

function collaborationOf(signedOn: LocalDate, participants: readonly Participant[]): Collaboration {
  return {
    kind: 'project',
    date: signedOn,
    sides: participants.map(({ organisation, role, amount }) => ({
      party: organisation.id ?? 'unknown',
      region: organisation.region,
      role,
      amount,
    })),
  };
}

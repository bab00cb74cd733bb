import { projectCompleted, projectExited, projectResumed, projectSuspended } from './lifecycle-events.ts';
import { projectAdjusted, projectPlanSet } from './plan-events.ts';
import { projectProgressReported, projectWarned, projectWarningAnswered, projectWarningEscalated } from './progress-events.ts';
import { projectParticipantsAmended, projectRegistered } from './registration-events.ts';

export { AgencyReference, projectIdOf } from './agency-reference.ts';
export { Grant, Participant, Participants, ParticipantsInput, ParticipatingOrganisation } from './participant.ts';
export { Milestone, MilestonesInput, Plan } from './plan.ts';
export { MilestoneProgress, ProgressReport, Standing } from './progress.ts';
export { RegisterProject } from './registration.ts';
export { Reason, text } from './text.ts';
export * from './lifecycle-events.ts';
export * from './plan-events.ts';
export * from './progress-events.ts';
export * from './registration-events.ts';

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

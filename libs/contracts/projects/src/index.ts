export { Grant, Participant, Participants, ParticipantsInput, ParticipatingOrganisation } from './participant.ts';
export { Milestone, MilestonesInput, Plan } from './plan.ts';
export { MilestoneProgress, ProgressReport, Standing } from './progress.ts';
export * from './project-events.ts';
export { projectIdOf } from './project-id.ts';
export { RegisterProject } from './registration.ts';

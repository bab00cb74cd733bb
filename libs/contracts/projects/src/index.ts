export {
  ApplicationContent,
  ApplicationId,
  AttachedDocument,
  ApplyingOrganisation,
  DraftContent,
  DraftContentInput,
  Party,
} from './application-content.ts';
export * from './application-events.ts';
export * from './alliance-events.ts';
export * from './alliance-terms.ts';
export { AgencyNumber, idUnder } from './agency-number.ts';
export * from './call-events.ts';
export { Area, Axis, CallTerms, CallTermsInput, Eligibility, RequiredDocument, ScoringScheme } from './call-terms.ts';
export { AcceptingOrganisation, AcceptingOrganisationInput } from './accepting-organisation.ts';
export { Assessment, Hundredths, Score } from './assessment.ts';
export { Assistance } from './assistance.ts';
export { FollowUp, FollowUpInput, FollowUpTime } from './follow-up.ts';
export { MidwayVerdict, MidwayVerdictInput } from './midway-verdict.ts';
export { AboutProject, ParticipatingIds, ProjectId } from './case-about-project.ts';
export * from './exemption-events.ts';
export { Grant, Participant, Participants, ParticipantsInput, ParticipatingOrganisation } from './participant.ts';
export { Milestone, MilestonesInput, Plan } from './plan.ts';
export { MilestoneProgress, ProgressReport, Standing } from './progress.ts';
export * from './panel-events.ts';
export * from './project-events.ts';
export { type Light, lights, runningLight } from './light.ts';
export { firstDayOf, lastDayOf, Quarter, quarterOf } from './quarter.ts';
export { RegisterProject, Registration } from './registration.ts';
export * from './review-events.ts';
export * from './risk-events.ts';
export { weightedTotal } from './weighted-total.ts';
export { RuleSetId } from './rule-set-id.ts';
export * from './showcase-events.ts';
export { eventsOfProjects } from './events-of-projects.ts';

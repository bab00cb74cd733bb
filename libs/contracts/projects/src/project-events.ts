import { Instant, LocalDate, OrganisationId, Reason, text } from '@xietong/domain';
import { AgencyRef, type Collaboration, event } from '@xietong/kernel';
import { z } from 'zod';
import { AcceptingOrganisation } from './accepting-organisation.ts';
import { Assistance } from './assistance.ts';
import { FollowUp, FollowUpTime } from './follow-up.ts';
import { accepted, assistedNow, begun, broughtBy, lagOf, nowIn, placedWithLead, warnedNow, warningEnded } from './measures.ts';
import { MidwayVerdict } from './midway-verdict.ts';
import { Grant, type Participant, Participants } from './participant.ts';
import { Plan } from './plan.ts';
import { ProgressReport, Standing } from './progress.ts';
import { Registration } from './registration.ts';
import { RuleSetId } from './rule-set-id.ts';

/** A project was entered by an agency, its registrar. `rules` name the rule set that it begins under; before rules had names there are none. */
export const projectRegistered = event(
  'project.registered',
  1,
  z.object({ registrar: AgencyRef, rules: RuleSetId.optional(), ...Registration.shape }),
  {
    states: ({ signedOn, participants }) => collaborationOf(signedOn, participants),
    tells: ({ signedOn, participants, field }) => begun(signedOn, participants, field),
  },
);

/** The whole list of participants was replaced. It repeats the day of signing, so that it states the collaboration whole. */
export const projectParticipantsAmended = event(
  'project.participants-amended',
  1,
  z.object({ participants: Participants, signedOn: Registration.shape.signedOn, reason: Reason }),
  {
    states: ({ signedOn, participants }) => collaborationOf(signedOn, participants),
    tells: ({ signedOn, participants }) => placedWithLead(signedOn, participants),
  },
);

/** The project has its first plan. */
export const projectPlanSet = event('project.plan-set', 1, Plan, { tells: (_, told) => nowIn('active', told) });

/** Progress was reported, and measured against the plan. */
export const projectProgressReported = event('project.progress-reported', 1, ProgressReport, { tells: lagOf });

/** The project lags its plan: an answer is awaited before `answerBy`, the first moment that is too late. */
export const projectWarned = event('project.warned', 1, z.object({ ...Standing.shape, answerBy: Instant }), {
  tells: (_, told) => warnedNow(told),
});

/** The warning was answered: what went wrong, and what is done about it. */
export const projectWarningAnswered = event(
  'project.warning-answered',
  1,
  z.object({ cause: text(2000), measures: text(2000), late: z.boolean() }),
  { tells: ({ late }, told) => (late ? [] : warningEnded('in-time', told)) },
);

/** Nobody had answered the warning in time. */
export const projectWarningEscalated = event('project.warning-escalated', 1, z.object({ answerBy: Instant }), {
  tells: (_, told) => warningEnded('escalated', told),
});

/** The agency helps the project, which was warned and is behind its plan. */
export const projectAssisted = event('project.assisted', 1, Assistance, { tells: ({ no }, told) => assistedNow(no, told) });

/** The assistance has ended, with this effect. */
export const projectAssistanceEnded = event('project.assistance-ended', 1, z.object({ no: Assistance.shape.no, effect: text(2000) }));

/** The agency has looked at the project half-way: what it found, and what it comes to. */
export const projectEvaluatedMidway = event('project.evaluated-midway', 1, z.object({ verdict: MidwayVerdict, finding: text(5000) }));

/** What the midway evaluation wanted corrected is, and how. */
export const projectCorrectionReported = event('project.correction-reported', 1, z.object({ done: text(2000), late: z.boolean() }));

/** Nobody had reported the correction in time. */
export const projectCorrectionEscalated = event('project.correction-escalated', 1, z.object({ overdueAt: Instant }));

/** The plan was replaced for a reason, and with it the end of the term where `endsOn` is given. */
export const projectAdjusted = event('project.adjusted', 1, z.object({ ...Plan.shape, endsOn: LocalDate.optional(), reason: Reason }));

/** The project stopped for a time. */
export const projectSuspended = event('project.suspended', 1, z.object({ reason: Reason }), {
  tells: (_, told) => nowIn('suspended', told),
});

/** The project goes on. */
export const projectResumed = event('project.resumed', 1, z.object({}), { tells: (_, told) => nowIn('active', told) });

/** The project ended before its plan was done. `settled` is what remains paid out in all, where it is known. */
export const projectExited = event('project.exited', 1, z.object({ reason: Reason, settled: Grant.optional() }), {
  tells: (_, told) => nowIn('exited', told),
});

/** Every milestone was done, and that ended the project without acceptance by a third party. */
export const projectCompleted = event('project.completed', 1, z.object({}), { tells: (_, told) => nowIn('completed', told) });

/** The third party that is to judge the project was appointed, or another in its place. It reads the project from now on. */
export const projectAcceptorAppointed = event('project.acceptor-appointed', 1, z.object({ organisation: AcceptingOrganisation }));

/** Every milestone is done, and acceptance is asked for: what the project achieved. */
export const projectAcceptanceRequested = event('project.acceptance-requested', 1, z.object({ results: text(5000) }));

/** The third party accepted the project, which ends it. Each year after `acceptedOn`, the day at the agency, it is followed up. */
export const projectAccepted = event(
  'project.accepted',
  1,
  z.object({ acceptor: OrganisationId, finding: text(5000), acceptedOn: LocalDate, followUps: z.array(FollowUpTime) }),
  { tells: ({ acceptedOn }) => accepted(acceptedOn) },
);

/** The third party did not accept it: something is missing. Acceptance may be asked for again. */
export const projectRejected = event('project.rejected', 1, z.object({ acceptor: OrganisationId, missing: text(5000) }));

/** What came of the project in the year of the follow-up. */
export const projectFollowedUp = event(
  'project.followed-up',
  1,
  z.object({ no: FollowUpTime.shape.no, ...FollowUp.shape, late: z.boolean() }),
  { tells: ({ no, ...year }, told) => broughtBy(no, year, told) },
);

/** A follow-up was missed, and those who owe it were reminded. */
export const projectFollowUpReminded = event('project.follow-up-reminded', 1, FollowUpTime);

/** Every event of a project, in the order of its life. */
export const projectEvents = [
  projectRegistered,
  projectParticipantsAmended,
  projectPlanSet,
  projectProgressReported,
  projectWarned,
  projectWarningAnswered,
  projectWarningEscalated,
  projectAssisted,
  projectAssistanceEnded,
  projectEvaluatedMidway,
  projectCorrectionReported,
  projectCorrectionEscalated,
  projectAdjusted,
  projectSuspended,
  projectResumed,
  projectExited,
  projectCompleted,
  projectAcceptorAppointed,
  projectAcceptanceRequested,
  projectAccepted,
  projectRejected,
  projectFollowedUp,
  projectFollowUpReminded,
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

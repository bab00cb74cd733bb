import { Instant, LocalDate, OrganisationId, Reason, text } from '@xietong/domain';
import { AgencyRef, event, idOf } from '@xietong/kernel';
import { z } from 'zod';
import { ApplicationContent, DraftContent } from './application-content.ts';
import { Assessment } from './assessment.ts';
import { decided, foundIneligible, handedIn } from './measures.ts';
import { Grant } from './participant.ts';
import { Registration } from './registration.ts';
import { RuleSetId } from './rule-set-id.ts';

/**
 * By when an application is to be decided 办理时限: moments that are the first too late. `provisional` where the calendar of some of the days
 * was not announced when they were counted.
 */
export const DecisionTime = z.object({ remindAt: Instant, decideBy: Instant, provisional: z.boolean() });
export type DecisionTime = z.output<typeof DecisionTime>;

/** An organisation begins an application to a call of the agency. Only it can read the draft. */
export const applicationDrafted = event(
  'application.drafted',
  1,
  z.object({ call: idOf('call', z.string()), agency: AgencyRef, applicant: OrganisationId, rules: RuleSetId, content: DraftContent }),
);

/** The content was replaced. */
export const applicationEdited = event('application.edited', 1, z.object({ content: DraftContent }));

/** What the applicant is told of the reviews once it is decided: no names. */
const Told = z.object({ assessments: z.array(Assessment).max(100).optional() });

/** It was handed in, or in again after it was returned: from `countedFrom` on the working days go on, after `usedWorkingDays` of before. */
export const applicationSubmitted = event(
  'application.submitted',
  1,
  z.object({ content: ApplicationContent, countedFrom: LocalDate, usedWorkingDays: z.int().min(0), ...DecisionTime.shape }),
  { tells: ({ content, countedFrom }) => handedIn(content, countedFrom) },
);

/** The applicant took it back. */
export const applicationWithdrawn = event('application.withdrawn', 1, z.object({ reason: Reason }));

/** The agency gave it back to be corrected; its working days stand still at `usedWorkingDays` until it is handed in again. */
export const applicationReturned = event(
  'application.returned',
  1,
  z.object({ reason: Reason, usedWorkingDays: z.int().min(0), resubmitBy: Instant, provisional: z.boolean() }),
);

/** It was returned and not handed in again in time. */
export const applicationLapsed = event('application.lapsed', 1, z.object({ resubmitBy: Instant }));

/** It fulfils the conditions of the call. */
export const applicationDeclaredEligible = event('application.declared-eligible', 1, z.object({}));

/** It does not, and that ends it. */
export const applicationDeclaredIneligible = event('application.declared-ineligible', 1, z.object({ reason: Reason }), {
  tells: (_, told) => foundIneligible(told),
});

/** It is among those to be approved. */
export const applicationShortlisted = event('application.shortlisted', 1, z.object({}));

/** Everyone may read its excerpt and object, before `endsAt`. */
export const applicationPublicised = event('application.publicised', 1, z.object({ endsAt: Instant, provisional: z.boolean() }));

/** Somebody objects. Who that is, the event's actor says, to the agency alone. */
export const applicationObjected = event('application.objected', 1, z.object({ no: z.int().positive(), grounds: text(5000) }));

/** The agency has looked into the objection. */
export const applicationObjectionResolved = event(
  'application.objection-resolved',
  1,
  z.object({ no: z.int().positive(), upheld: z.boolean(), finding: text(5000) }),
);

/** `late` where the time for the decision was over. The working days that it took were not said at first. */
const timeOfDecision = { late: z.boolean(), usedWorkingDays: z.int().min(0).optional() };

/** It is approved, with so much money, and becomes the project of the `registration`. */
export const applicationApproved = event(
  'application.approved',
  1,
  z.object({ granted: Grant, ...timeOfDecision, ...Told.shape, registration: Registration.optional() }),
  {
    tells: (time, told) => decided('approved', time, told),
  },
);

/** It is not approved. */
export const applicationRefused = event('application.refused', 1, z.object({ reason: Reason, ...timeOfDecision, ...Told.shape }), {
  tells: (time, told) => decided('refused', time, told),
});

/** The officers were reminded that the decision is due. */
export const applicationDecisionReminded = event('application.decision-reminded', 1, z.object({ decideBy: Instant }));

/** The time for the decision was over, and there was none. */
export const applicationDecisionEscalated = event('application.decision-escalated', 1, z.object({ decideBy: Instant }));

/** The calendar that was announced meanwhile moved the time for the decision. */
export const applicationDecisionTimeMoved = event('application.decision-time-moved', 1, DecisionTime);

/** Every event of an application, in the order of its life. */
export const applicationEvents = [
  applicationDrafted,
  applicationEdited,
  applicationSubmitted,
  applicationWithdrawn,
  applicationReturned,
  applicationLapsed,
  applicationDeclaredEligible,
  applicationDeclaredIneligible,
  applicationShortlisted,
  applicationPublicised,
  applicationObjected,
  applicationObjectionResolved,
  applicationApproved,
  applicationRefused,
  applicationDecisionReminded,
  applicationDecisionEscalated,
  applicationDecisionTimeMoved,
] as const;

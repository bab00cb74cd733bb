import {
  applicationApproved,
  applicationDrafted,
  applicationObjected,
  applicationObjectionResolved,
  applicationPublicised,
  applicationRefused,
  applicationReturned,
  ApplicationContent,
  DecisionTime,
  DraftContent,
} from '@xietong/contracts-projects';
import { Instant, LocalDate, type OrganisationId, Reason } from '@xietong/domain';
import { z } from 'zod';

/** How many objections one publicity takes; more are a campaign, which the agency has to meet otherwise. */
export const objectionsMax = 100;

/** How far the working days for the decision have come: `usedWorkingDays` before `countedFrom`, and those after it. */
const DecisionClock = z.strictObject({
  ...DecisionTime.shape,
  usedWorkingDays: z.int().min(0),
  countedFrom: LocalDate,
  reminded: z.boolean(),
  escalated: z.boolean(),
});

const Objection = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...applicationObjected.schema.shape }),
  z.strictObject({
    status: z.literal('resolved'),
    ...applicationObjected.schema.shape,
    ...applicationObjectionResolved.schema.pick({ upheld: true, finding: true }).shape,
  }),
]);
export type Objection = z.output<typeof Objection>;

const Publicity = z.strictObject({ ...applicationPublicised.schema.shape, objections: z.array(Objection).max(objectionsMax) });

const begun = { ...applicationDrafted.schema.omit({ content: true }).shape };
const written = { ...begun, content: ApplicationContent };
const running = { ...written, clock: DecisionClock };
const decided = { ...running, publicity: Publicity.optional() };

/** An application as it is stored, and as the API shows it. */
export const ApplicationState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft'), ...begun, content: DraftContent }),
  z.strictObject({ status: z.literal('submitted'), ...running }),
  z.strictObject({ status: z.literal('returned'), ...begun, content: DraftContent, returned: applicationReturned.schema }),
  z.strictObject({ status: z.literal('eligible'), ...running }),
  z.strictObject({ status: z.literal('shortlisted'), ...running }),
  z.strictObject({ status: z.literal('publicised'), ...running, publicity: Publicity }),
  z.strictObject({ status: z.literal('approved'), ...decided, decision: applicationApproved.schema }),
  z.strictObject({ status: z.literal('refused'), ...decided, decision: applicationRefused.schema }),
  z.strictObject({ status: z.literal('ineligible'), ...running, reason: Reason }),
  z.strictObject({ status: z.literal('withdrawn'), ...begun, content: DraftContent, wasHandedIn: z.boolean(), reason: Reason }),
  z.strictObject({ status: z.literal('lapsed'), ...begun, content: DraftContent, resubmitBy: Instant }),
]);
export type ApplicationState = z.output<typeof ApplicationState>;
export type Status = ApplicationState['status'];

/** Those whose working days run. */
export const undecidedStatuses = ['submitted', 'eligible', 'shortlisted', 'publicised'] as const;
export type Undecided = Extract<ApplicationState, { status: (typeof undecidedStatuses)[number] }>;
export const isUndecided = (application: ApplicationState): application is Undecided =>
  undecidedStatuses.some((status) => status === application.status);

/** Until it is handed in it is the applicant's alone, and stays so where it was taken back before. */
export const wasHandedIn = (application: ApplicationState): boolean =>
  application.status === 'withdrawn' ? application.wasHandedIn : application.status !== 'draft';

/** The organisations that it is of: the applicant, and its partners once it is handed in. */
export const partiesOf = ({ content }: ApplicationState): readonly OrganisationId[] =>
  content.parties?.map(({ organisation }) => organisation.id) ?? [];

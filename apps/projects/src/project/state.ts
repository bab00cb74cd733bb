import {
  AcceptingOrganisation,
  type Participant,
  Plan,
  ProgressReport,
  projectExited,
  projectRegistered,
  projectSuspended,
  projectWarned,
  projectWarningAnswered,
} from '@xietong/contracts-projects';
import { OrganisationId } from '@xietong/domain';
import { z } from 'zod';
import { AcceptanceGiven, AcceptanceSought } from './acceptance.ts';
import { Assistance } from './assistance.ts';
import { Midway } from './midway.ts';
import { QuarterStanding } from './quarters.ts';

const Warning = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...projectWarned.schema.shape }),
  z.strictObject({ status: z.literal('escalated'), ...projectWarned.schema.shape }),
  z.strictObject({ status: z.literal('answered'), ...projectWarned.schema.shape, answer: projectWarningAnswered.schema }),
]);

const facts = {
  ...projectRegistered.schema.shape,
  progress: z.array(ProgressReport),
  formerParticipants: z.array(OrganisationId).optional(),
  acceptor: AcceptingOrganisation.optional(),
};
// `quarters` are the last two that were reported on since somebody last decided on the project's course.
const course = {
  plan: Plan,
  warning: Warning.optional(),
  quarters: z.array(QuarterStanding).max(2),
  assistances: z.array(Assistance).optional(),
  midway: Midway.optional(),
};
const running = { ...course, acceptance: AcceptanceSought.optional() };
const suspended = { suspension: projectSuspended.schema };

/** A project as it is stored, and as the API shows it. */
export const ProjectState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('registered'), ...facts, progress: z.array(ProgressReport).max(0) }),
  z.strictObject({ status: z.literal('active'), ...facts, ...running }),
  z.strictObject({ status: z.literal('suspended'), ...facts, ...running, ...suspended }),
  z.strictObject({
    status: z.literal('exited'),
    ...facts,
    ...z.object({ ...running, ...suspended }).partial().shape,
    exit: projectExited.schema,
  }),
  z.strictObject({ status: z.literal('completed'), ...facts, ...course, acceptance: AcceptanceGiven.optional() }),
]);
export type ProjectState = z.output<typeof ProjectState>;
export type Status = ProjectState['status'];

/** Its plan is not worked on any more: what was registered is still corrected, and what came of it told. */
export const hasEnded = ({ status }: ProjectState) => status === 'exited' || status === 'completed';

/** The warning that still has to be answered. A suspension does not lift that duty; the end of the project does. */
export function findUnansweredWarning(project: ProjectState) {
  if (project.status !== 'active' && project.status !== 'suspended') return undefined;
  return project.warning?.status === 'answered' ? undefined : project.warning;
}

/** The organisation's id, where it has one of its own: `NO-ORGNR:` without a number stands for many. */
export const identified = ({ organisation: { id } }: Participant): OrganisationId[] => (id === undefined || isUnnumbered(id) ? [] : [id]);
export const isUnnumbered = (id: OrganisationId): boolean => id.endsWith(':');

/** The organisation's region, where it is known. */
export const located = ({ organisation: { region } }: Participant): string[] => (region === undefined ? [] : [region]);

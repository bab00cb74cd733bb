import {
  type Participant,
  Plan,
  ProgressReport,
  projectExited,
  projectRegistered,
  projectSuspended,
  projectWarned,
  projectWarningAnswered,
} from '@xietong/contracts-projects';
import type { OrganisationId } from '@xietong/domain';
import { z } from 'zod';
import { QuarterStanding } from './quarters.ts';

const Warning = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...projectWarned.schema.shape }),
  z.strictObject({ status: z.literal('escalated'), ...projectWarned.schema.shape }),
  z.strictObject({ status: z.literal('answered'), ...projectWarned.schema.shape, answer: projectWarningAnswered.schema }),
]);

const facts = { ...projectRegistered.schema.shape, progress: z.array(ProgressReport) };
// `quarters` are the last two that were reported on since somebody last decided on the project's course.
const course = { plan: Plan, warning: Warning.optional(), quarters: z.array(QuarterStanding).max(2) };
const suspended = { suspension: projectSuspended.schema };

/** A project as it is stored, and as the API shows it. */
export const ProjectState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('registered'), ...facts, progress: z.array(ProgressReport).max(0) }),
  z.strictObject({ status: z.literal('active'), ...facts, ...course }),
  z.strictObject({ status: z.literal('suspended'), ...facts, ...course, ...suspended }),
  z.strictObject({
    status: z.literal('exited'),
    ...facts,
    ...z.object({ ...course, ...suspended }).partial().shape,
    exit: projectExited.schema,
  }),
  z.strictObject({ status: z.literal('completed'), ...facts, ...course }),
]);
export type ProjectState = z.output<typeof ProjectState>;
export type Status = ProjectState['status'];

/** Nothing more happens to it, except that what was registered is corrected. */
export const hasEnded = ({ status }: ProjectState) => status === 'exited' || status === 'completed';

/** The warning that still has to be answered. A suspension does not lift that duty; the end of the project does. */
export function findUnansweredWarning(project: ProjectState) {
  if (project.status !== 'active' && project.status !== 'suspended') return undefined;
  return project.warning?.status === 'answered' ? undefined : project.warning;
}

/** The organisation's id, where it has one of its own: `NO-ORGNR:` without a number stands for many. */
export const identified = ({ organisation: { id } }: Participant): OrganisationId[] => (id === undefined || id.endsWith(':') ? [] : [id]);

/** The organisation's region, where it is known. */
export const located = ({ organisation: { region } }: Participant): string[] => (region === undefined ? [] : [region]);

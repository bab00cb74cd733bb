import type { ServiceName } from '../../service-names.ts';
import type { TaskName } from '../text/tasks.ts';

/** Something that people of a role are to do: which documents it is about, and the command by which it is done. */
export interface Task {
  readonly name: TaskName;
  readonly role: 'applicant' | 'expert' | 'officer' | 'director';
  readonly context: ServiceName;
  readonly collection: string;
  /** What the list of the collection is narrowed by; `{org}` is the organisation that the reader acts for. */
  readonly filter: Readonly<Record<string, string>>;
  /** The soonest due first, where the collection has deadlines; else what has waited longest. */
  readonly sort: 'deadline' | 'createdAt';
  /** A command of the collection, or of another one of the service, that the role may give. */
  readonly act: { readonly collection?: string; readonly command: string };
  /** Where in a document stands by when; nothing where nobody waits by a day. */
  readonly due?: string;
  /** Its documents are about persons: they are neither read nor counted before somebody says what for. */
  readonly isPersonal?: true;
}

type Place = Pick<Task, 'context' | 'collection' | 'sort'>;
const applications: Place = { context: 'projects', collection: 'applications', sort: 'deadline' };
const reviews: Place = { context: 'projects', collection: 'reviews', sort: 'deadline' };
const projects: Place = { context: 'projects', collection: 'projects', sort: 'deadline' };
const risks: Place = { context: 'projects', collection: 'risks', sort: 'deadline' };
const exemptions: Place = { context: 'projects', collection: 'exemptions', sort: 'createdAt' };
const showcases: Place = { context: 'projects', collection: 'showcases', sort: 'createdAt' };
const experts: Place = { context: 'talent', collection: 'experts', sort: 'createdAt' };

const decideBy = 'clock.decideBy';
const participating = { organisation: '{org}' };

const ofApplicant = (
  [
    {
      name: 'answer-warning',
      ...projects,
      filter: { awaited: 'warning-answer', ...participating },
      act: { command: 'answerWarning' },
      due: 'warning.answerBy',
    },
    {
      name: 'resubmit',
      ...applications,
      filter: { status: 'returned', applicant: '{org}' },
      act: { command: 'submit' },
      due: 'returned.resubmitBy',
    },
    {
      name: 'correct',
      ...projects,
      filter: { awaited: 'correction', ...participating },
      act: { command: 'reportCorrection' },
      due: 'midway.verdict.overdueAt',
    },
    {
      name: 'answer-risk',
      ...risks,
      filter: { status: 'assessed', owner: '{org}' },
      act: { command: 'answer' },
      due: 'assessment.answerBy',
    },
    { name: 'judge-acceptance', ...projects, filter: { awaited: 'acceptance-verdict', acceptor: '{org}' }, act: { command: 'accept' } },
    {
      name: 'supplement-acceptance',
      ...projects,
      filter: { awaited: 'acceptance-supplement', lead: '{org}' },
      act: { command: 'requestAcceptance' },
    },
    {
      name: 'report-progress',
      ...projects,
      filter: { status: 'active', ...participating },
      act: { command: 'reportProgress' },
      due: 'plan.milestones.due',
    },
    {
      name: 'follow-up',
      ...projects,
      filter: { awaited: 'follow-up', ...participating },
      act: { command: 'followUp' },
      due: 'acceptance.followUps.overdueAt',
    },
    {
      name: 'finish-draft',
      ...applications,
      sort: 'createdAt',
      filter: { status: 'draft', applicant: '{org}' },
      act: { command: 'submit' },
    },
  ] as const
).map((task): Task => ({ ...task, role: 'applicant' }));

const ofExpert = (
  [
    { name: 'answer-invitation', ...reviews, filter: { status: 'invited' }, act: { command: 'accept' }, due: 'answerBy' },
    { name: 'score', ...reviews, filter: { status: 'accepted' }, act: { command: 'score' }, due: 'scoreBy' },
    { name: 'vote', ...exemptions, filter: { status: 'investigated' }, act: { collection: 'exemption-votes', command: 'cast' } },
  ] as const
).map((task): Task => ({ ...task, role: 'expert' }));

const ofOfficer = (
  [
    { name: 'resolve-objection', ...applications, filter: { objection: 'open' }, act: { command: 'resolveObjection' }, due: decideBy },
    { name: 'examine', ...applications, filter: { status: 'submitted' }, act: { command: 'declareEligible' }, due: decideBy },
    {
      name: 'invite-reviewers',
      ...applications,
      filter: { status: 'eligible' },
      act: { collection: 'reviews', command: 'invite' },
      due: decideBy,
    },
    { name: 'publicise', ...applications, filter: { status: 'shortlisted' }, act: { command: 'publicise' }, due: decideBy },
    { name: 'assist', ...projects, filter: { awaited: 'escalated-warning' }, act: { command: 'assist' }, due: 'warning.answerBy' },
    { name: 'assess-risk', ...risks, sort: 'createdAt', filter: { status: 'raised' }, act: { command: 'assess' } },
    { name: 'appoint-acceptor', ...projects, filter: { awaited: 'acceptance-verdict' }, act: { command: 'appointAcceptor' } },
    { name: 'investigate', ...exemptions, filter: { status: 'appointed' }, act: { command: 'investigate' } },
    { name: 'verify-expert', ...experts, filter: { status: 'registered' }, act: { command: 'verify' }, isPersonal: true },
    { name: 'set-plan', ...projects, sort: 'createdAt', filter: { awaited: 'plan' }, act: { command: 'setPlan' } },
  ] as const
).map((task): Task => ({ ...task, role: 'officer' }));

const ofDirector = (
  [
    { name: 'approve', ...applications, filter: { status: 'publicised' }, act: { command: 'approve' }, due: decideBy },
    {
      name: 'shortlist',
      ...applications,
      filter: { status: 'eligible' },
      act: { collection: 'panels', command: 'shortlist' },
      due: decideBy,
    },
    { name: 'decide-warned', ...projects, filter: { awaited: 'escalated-warning' }, act: { command: 'adjust' }, due: 'warning.answerBy' },
    { name: 'decide-stop', ...projects, filter: { awaited: 'stop-decision' }, act: { command: 'suspend' } },
    { name: 'appoint-committee', ...exemptions, filter: { status: 'applied' }, act: { command: 'appointCommittee' } },
    { name: 'decide-exemption', ...exemptions, filter: { status: 'investigated' }, act: { command: 'decide' } },
    { name: 'select-showcase', ...showcases, filter: { status: 'nominated' }, act: { command: 'select' } },
    { name: 'publish-showcase', ...showcases, filter: { status: 'selected' }, act: { command: 'publish' } },
  ] as const
).map((task): Task => ({ ...task, role: 'director' }));

/** Every task of every role, the most pressing of each role first; `task-list.spec.ts` holds it against what the services say of themselves. */
export const tasks: readonly Task[] = [...ofApplicant, ...ofExpert, ...ofOfficer, ...ofDirector];

/** The tasks of somebody, with his organisation in their filters; what needs one is no task of whoever acts for none. */
export const tasksOf = ({ roles, org }: { readonly roles: readonly string[]; readonly org?: string | undefined }): readonly Task[] =>
  tasks
    .filter(({ role, filter }) => roles.includes(role) && (org !== undefined || !Object.values(filter).includes('{org}')))
    .map((task) => ({ ...task, filter: withOrganisation(task.filter, org) }));

const withOrganisation = (filter: Task['filter'], org: string | undefined): Task['filter'] =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value === '{org}' && org !== undefined ? org : value]));

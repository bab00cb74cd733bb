import { idUnder, projectEvents, RegisterProject } from '@xietong/contracts-projects';
import {
  agency,
  aggregate,
  applicantOf,
  command,
  create,
  directorOf,
  either,
  type EventOf,
  officerOf,
  org,
  role,
  theClock,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';
import { Adjust, adjust } from './decide/adjust.ts';
import { AmendParticipants, amendParticipants } from './decide/amend-participants.ts';
import { AnswerWarning, answerWarning } from './decide/answer-warning.ts';
import { complete } from './decide/complete.ts';
import { escalate } from './decide/escalate.ts';
import { Exit, exit } from './decide/exit.ts';
import { register } from './decide/register.ts';
import { ReportProgress, reportProgress } from './decide/report-progress.ts';
import { resume } from './decide/resume.ts';
import { SetPlan, setPlan } from './decide/set-plan.ts';
import { Suspend, suspend } from './decide/suspend.ts';
import { withReport } from './quarters.ts';
import { findUnansweredWarning, identified, located, ProjectState, type Status } from './state.ts';

const nothing = z.strictObject({});
const registrarsOfficer = officerOf((s: ProjectState) => s.registrar);
const registrarsDirector = directorOf((s: ProjectState) => s.registrar);
const officerOrParticipant = either(
  registrarsOfficer,
  applicantOf((s: ProjectState) => s.participants.flatMap(identified)),
);

export const Project = aggregate('project', {
  state: ProjectState,
  events: projectEvents,
  evolve,
  audience: (s) => [agency(s.registrar), ...new Set(s.participants.flatMap(identified).map(org))],
  keys: {
    status: (s) => s.status,
    year: (s) => s.signedOn.slice(0, 4),
    lead: (s) => s.participants.find((participant) => participant.role === 'lead')?.organisation.id,
    number: (s) => s.number,
    signedOn: (s) => s.signedOn,
    title: (s) => s.title,
    field: (s) => s.field,
    programme: (s) => s.programme,
  },
  tags: {
    region: (s) => [...new Set(s.participants.flatMap(located))],
  },
  due: (s) => {
    const warning = findUnansweredWarning(s);
    return warning?.status === 'open' ? { at: warning.answerBy, command: 'escalate' } : undefined;
  },
  commands: {
    register: create(register, {
      input: RegisterProject,
      allow: role('officer'),
      // Who acts for no agency is refused by the rule, whatever the id.
      id: ({ number }, { agency = 'no/agency' }) => idUnder(agency, number),
      emits: ['project.registered'],
      refuses: [
        'no-agency',
        'ends-before-it-starts',
        'participation-repeated',
        'more-than-one-lead',
        'currencies-mixed',
        'region-unknown',
        'identifier-unsound',
        'signed-in-the-future',
      ],
    }),
    amendParticipants: command(amendParticipants, {
      input: AmendParticipants,
      allow: registrarsOfficer,
      emits: ['project.participants-amended'],
      refuses: ['participation-repeated', 'more-than-one-lead', 'currencies-mixed', 'region-unknown', 'identifier-unsound'],
    }),
    setPlan: command(setPlan, {
      input: SetPlan,
      allow: registrarsOfficer,
      emits: ['project.plan-set'],
      refuses: ['project-ended', 'plan-already-set', 'milestone-repeated', 'milestone-outside-term', 'weights-not-whole'],
    }),
    reportProgress: command(reportProgress, {
      input: ReportProgress,
      allow: officerOrParticipant,
      emits: ['project.progress-reported', 'project.warned'],
      refuses: ['not-active', 'report-in-the-future', 'report-out-of-order', 'decision-due', 'milestone-repeated', 'milestone-unknown'],
    }),
    answerWarning: command(answerWarning, {
      input: AnswerWarning,
      allow: officerOrParticipant,
      emits: ['project.warning-answered', 'project.warning-escalated'],
      refuses: ['no-warning-to-answer'],
    }),
    escalate: command(escalate, {
      input: nothing,
      allow: theClock,
      emits: ['project.warning-escalated'],
      refuses: ['no-warning-overdue'],
    }),
    adjust: command(adjust, {
      input: Adjust,
      allow: registrarsDirector,
      emits: ['project.adjusted'],
      refuses: [
        'not-active',
        'nothing-adjusted',
        'ends-before-it-starts',
        'milestone-repeated',
        'milestone-outside-term',
        'weights-not-whole',
        'milestone-number-used',
      ],
    }),
    suspend: command(suspend, {
      input: Suspend,
      allow: registrarsDirector,
      emits: ['project.suspended'],
      refuses: ['not-active'],
    }),
    resume: command(resume, {
      input: nothing,
      allow: registrarsDirector,
      emits: ['project.resumed'],
      refuses: ['not-suspended'],
    }),
    exit: command(exit, {
      input: Exit,
      allow: registrarsDirector,
      emits: ['project.exited'],
      refuses: ['project-ended', 'currencies-mixed'],
    }),
    complete: command(complete, {
      input: nothing,
      allow: registrarsDirector,
      emits: ['project.completed'],
      refuses: ['not-active', 'milestones-unfinished'],
    }),
  },
});

function evolve(project: ProjectState | undefined, event: EventOf<typeof projectEvents>): ProjectState {
  if (event.type === 'project.registered') return { status: 'registered', ...event.data, progress: [] };
  if (!project) throw new Error(`'${event.type}' of a project that was never registered`);
  switch (event.type) {
    case 'project.participants-amended':
      return { ...project, participants: event.data.participants };
    case 'project.plan-set':
      return { ...inState(project, 'registered'), status: 'active', plan: event.data, quarters: [] };
    case 'project.progress-reported': {
      const active = inState(project, 'active');
      return { ...active, progress: [...active.progress, event.data], quarters: withReport(active.quarters, event.data) };
    }
    case 'project.warned':
      return { ...inState(project, 'active'), warning: { status: 'open', ...event.data } };
    case 'project.warning-escalated':
      return { ...inState(project, 'active', 'suspended'), warning: { ...warningOf(project), status: 'escalated' } };
    case 'project.warning-answered':
      return { ...inState(project, 'active', 'suspended'), warning: { ...warningOf(project), status: 'answered', answer: event.data } };
    case 'project.adjusted': {
      const { milestones, endsOn } = event.data;
      return { ...inState(project, 'active'), ...(endsOn ? { endsOn } : {}), plan: { milestones }, quarters: [] };
    }
    case 'project.suspended':
      return { ...inState(project, 'active'), status: 'suspended', quarters: [], suspension: event.data };
    case 'project.resumed':
      return { ...without(inState(project, 'suspended'), 'suspension'), status: 'active' };
    case 'project.exited':
      return { ...inState(project, 'registered', 'active', 'suspended'), status: 'exited', exit: event.data };
    case 'project.completed':
      return { ...inState(project, 'active'), status: 'completed' };
    default:
      return unreachable(event);
  }
}

// An event on a project in another state never happened: that is a fault in the history, not a refusal.
function inState<S extends Status>(project: ProjectState, ...statuses: S[]): Extract<ProjectState, { status: S }> {
  const found = statuses.find((status) => status === project.status);
  if (!found) throw new Error(`project ${project.number} is ${project.status}, not ${statuses.join(' or ')}`);
  return project as Extract<ProjectState, { status: S }>;
}

function warningOf(project: ProjectState) {
  const { warning } = inState(project, 'active', 'suspended');
  if (!warning) throw new Error(`project ${project.number} was never warned`);
  return warning;
}

function without<Whole extends object, Key extends keyof Whole & string>(whole: Whole, key: Key): Omit<Whole, Key> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>;
}

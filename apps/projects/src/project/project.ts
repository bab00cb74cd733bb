import { idUnder, projectEvents, RegisterProject } from '@xietong/contracts-projects';
import {
  aReaction,
  agency,
  aggregate,
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
import { evolveAcceptance } from './acceptance.ts';
import { acceptanceCommands } from './acceptance-commands.ts';
import { evolveAssistance } from './assistance.ts';
import { awaitedOf } from './awaited.ts';
import { Adjust, adjust } from './decide/adjust.ts';
import { AmendParticipants, amendParticipants } from './decide/amend-participants.ts';
import { AnswerWarning, answerWarning } from './decide/answer-warning.ts';
import { Assist, assist } from './decide/assist.ts';
import { deadlines } from './deadlines.ts';
import { complete } from './decide/complete.ts';
import { EndAssistance, endAssistance } from './decide/end-assistance.ts';
import { escalate } from './decide/escalate.ts';
import { escalateCorrection } from './decide/escalate-correction.ts';
import { EvaluateMidway, evaluateMidway } from './decide/evaluate-midway.ts';
import { Exit, exit } from './decide/exit.ts';
import { register } from './decide/register.ts';
import { ReportCorrection, reportCorrection } from './decide/report-correction.ts';
import { ReportProgress, reportProgress } from './decide/report-progress.ts';
import { resume } from './decide/resume.ts';
import { SetPlan, setPlan } from './decide/set-plan.ts';
import { Suspend, suspend } from './decide/suspend.ts';
import { dueOf } from './due.ts';
import { inState } from './in-state.ts';
import { lagOf, lightOf } from './light.ts';
import { afterDecision, evolveMidway } from './midway.ts';
import { everyOrganisationOf, withParticipants } from './participants.ts';
import { withReport } from './quarters.ts';
import { identified, located, ProjectState } from './state.ts';
import { officerOrParticipant, participantsApplicant } from './who-may.ts';

const nothing = z.strictObject({});
const registrarsOfficer = officerOf((s: ProjectState) => s.registrar);
const registrarsDirector = directorOf((s: ProjectState) => s.registrar);

export const Project = aggregate('project', {
  state: ProjectState,
  events: projectEvents,
  evolve,
  // The third party reads what it is to judge.
  audience: (s) => [
    agency(s.registrar),
    ...new Set([...s.participants.flatMap(identified), ...(s.acceptor ? [s.acceptor.id] : [])].map(org)),
  ],
  keys: {
    status: (s) => s.status,
    year: (s) => s.signedOn.slice(0, 4),
    lead: (s) => s.participants.find((participant) => participant.role === 'lead')?.organisation.id,
    number: (s) => s.number,
    signedOn: (s) => s.signedOn,
    title: (s) => s.title,
    field: (s) => s.field,
    programme: (s) => s.programme,
    leadRegion: (s) => s.participants.find((participant) => participant.role === 'lead')?.organisation.region,
    acceptor: (s) => s.acceptor?.id,
    light: lightOf,
    lag: lagOf,
  },
  tags: {
    region: (s) => [...new Set(s.participants.flatMap(located))],
    organisation: everyOrganisationOf,
    awaited: awaitedOf,
  },
  due: dueOf,
  deadlines,
  commands: {
    register: create(register, {
      input: RegisterProject,
      // An officer enters what was granted elsewhere; what is approved here becomes a project by itself.
      allow: either(role('officer'), aReaction),
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
      refuses: [
        'participation-repeated',
        'more-than-one-lead',
        'currencies-mixed',
        'region-unknown',
        'identifier-unsound',
        'acceptor-participates',
      ],
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
      refuses: [
        'not-active',
        'report-in-the-future',
        'report-out-of-order',
        'decision-due',
        'stop-undecided',
        'milestone-repeated',
        'milestone-unknown',
      ],
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
    assist: command(assist, {
      input: Assist,
      allow: registrarsOfficer,
      emits: ['project.assisted'],
      refuses: ['not-active', 'never-warned', 'not-behind-plan'],
    }),
    endAssistance: command(endAssistance, {
      input: EndAssistance,
      allow: registrarsOfficer,
      emits: ['project.assistance-ended'],
      refuses: ['assistance-unknown', 'assistance-ended'],
    }),
    evaluateMidway: command(evaluateMidway, {
      input: EvaluateMidway,
      allow: registrarsOfficer,
      emits: ['project.evaluated-midway'],
      refuses: ['not-active', 'evaluated-already', 'correction-day-unsuitable'],
    }),
    reportCorrection: command(reportCorrection, {
      input: ReportCorrection,
      allow: participantsApplicant,
      emits: ['project.correction-reported', 'project.correction-escalated'],
      refuses: ['no-correction-owed'],
    }),
    escalateCorrection: command(escalateCorrection, {
      input: nothing,
      allow: theClock,
      emits: ['project.correction-escalated'],
      refuses: ['no-correction-overdue'],
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
      refuses: ['not-active', 'acceptance-begun', 'milestones-unfinished'],
    }),
    ...acceptanceCommands,
  },
});

function evolve(project: ProjectState | undefined, event: EventOf<typeof projectEvents>): ProjectState {
  if (event.type === 'project.registered') return { status: 'registered', ...event.data, progress: [] };
  if (!project) throw new Error(`'${event.type}' of a project that was never registered`);
  switch (event.type) {
    case 'project.participants-amended':
      return withParticipants(project, event.data.participants);
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
    case 'project.assisted':
    case 'project.assistance-ended':
      return evolveAssistance(project, event);
    case 'project.evaluated-midway':
    case 'project.correction-reported':
    case 'project.correction-escalated':
      return evolveMidway(project, event);
    case 'project.adjusted': {
      const active = inState(project, 'active');
      const { milestones, endsOn } = event.data;
      const decided = { quarters: [], ...afterDecision(active.midway, { isPlanAdjusted: true }) };
      return { ...active, ...(endsOn ? { endsOn } : {}), plan: { milestones }, ...decided };
    }
    case 'project.suspended': {
      const active = inState(project, 'active');
      const decided = { quarters: [], ...afterDecision(active.midway, { isPlanAdjusted: false }) };
      return { ...active, status: 'suspended', ...decided, suspension: event.data };
    }
    case 'project.resumed':
      return { ...without(inState(project, 'suspended'), 'suspension'), status: 'active' };
    case 'project.exited':
      return { ...inState(project, 'registered', 'active', 'suspended'), status: 'exited', exit: event.data };
    case 'project.completed':
      return { ...without(inState(project, 'active'), 'acceptance'), status: 'completed' };
    case 'project.acceptor-appointed':
      return { ...project, acceptor: event.data.organisation };
    case 'project.acceptance-requested':
    case 'project.accepted':
    case 'project.rejected':
    case 'project.followed-up':
    case 'project.follow-up-reminded':
      return evolveAcceptance(project, event);
    default:
      return unreachable(event);
  }
}

function warningOf(project: ProjectState) {
  const { warning } = inState(project, 'active', 'suspended');
  if (!warning) throw new Error(`project ${project.number} was never warned`);
  return warning;
}

function without<Whole extends object, Key extends keyof Whole & string>(whole: Whole, key: Key): Omit<Whole, Key> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>;
}

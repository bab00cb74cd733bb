import {
  type AcceptingOrganisation,
  type Milestone,
  type Participant,
  projectAcceptanceRequested,
  projectAccepted,
  projectAcceptorAppointed,
  projectEvaluatedMidway,
  projectParticipantsAmended,
  projectPlanSet,
  projectProgressReported,
  projectRegistered,
  projectRejected,
  projectWarned,
  type RegisterProject,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { applicant, clock, director, given, officer } from '@xietong/testing';
import { Project } from './project.ts';

export const registrar = 'NO-03/rcn';
export const byOfficer = { actor: officer(registrar), now: '2026-04-01T08:00:00.000Z' } as const;
export const byDirector = { ...byOfficer, actor: director(registrar) } as const;

export const lead: Participant = {
  no: 1,
  organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' },
  role: 'lead',
  amount: { amount: 300_000_00, currency: 'EUR' },
};
export const partner: Participant = {
  no: 2,
  organisation: { id: 'CN-USCI:91331082MA00D034X0', name: '临海市示范制造有限公司', region: 'CN-331082' },
  role: 'partner',
  amount: { amount: 0, currency: 'EUR' },
};
export const unnumbered: Participant = {
  no: 3,
  organisation: { id: 'NO-ORGNR:', name: 'Ukjent' },
  role: 'partner',
  amount: { amount: 5_000_00, currency: 'EUR' },
};

export const termless: RegisterProject = {
  number: '951956',
  title: '数字孪生示范 Digital twins',
  programme: 'LEIT-ICT',
  signedOn: '2026-01-05',
  participants: [lead, partner, unnumbered],
};
export const registration: RegisterProject = { ...termless, startsOn: '2026-01-01', endsOn: '2026-12-31' };
export const registered = projectRegistered({ registrar, rules: '2025', ...registration });
export const amended = projectParticipantsAmended({
  participants: [lead, unnumbered],
  signedOn: '2026-01-05',
  reason: 'The partner took no part',
});

export const pilotLine: Milestone = { no: 1, title: 'Pilot line', due: '2026-03-31', weightPercent: 40 };
export const enterprises: Milestone = { no: 2, title: '试点企业接入', due: '2026-06-30', weightPercent: 30 };
export const handbook: Milestone = { no: 3, title: 'Handbook', due: '2026-12-31', weightPercent: 30 };
export const milestones = [pilotLine, enterprises, handbook];
export const planSet = projectPlanSet({ milestones });
export const active = [registered, planSet];

/** What is done of the milestones, from the first one on. */
export const done = (...percents: readonly number[]) => percents.map((donePercent, place) => ({ no: place + 1, donePercent }));

const behind = { on: '2026-03-31', plannedBasisPoints: 4000, actualBasisPoints: 2400 } as const;
export const reportedBehind = projectProgressReported({ ...behind, milestones: done(60, 0, 0) });
export const warned = projectWarned({ ...behind, answerBy: '2026-04-03T08:00:00.000Z' });
export const reportedDone = projectProgressReported({
  on: '2026-12-31',
  plannedBasisPoints: 10_000,
  actualBasisPoints: 10_000,
  milestones: done(100, 100, 100),
});

export const correction = {
  kind: 'to-be-corrected',
  what: '补齐企业接入协议 Sign the other enterprises',
  by: '2026-04-30',
  overdueAt: '2026-04-30T22:00:00.000Z',
} as const;
const finding = '企业接入偏少 Too few enterprises';
export const foundOnCourse = projectEvaluatedMidway({ verdict: { kind: 'on-course' }, finding });
export const foundToCorrect = projectEvaluatedMidway({ verdict: correction, finding });
export const foundToStop = projectEvaluatedMidway({ verdict: { kind: 'to-be-stopped' }, finding });

export const acceptor: AcceptingOrganisation = {
  id: 'CN-USCI:91310115MA00DEM225',
  name: '上海浦东科技成果评价有限公司',
  region: 'CN-310115',
};
/** Friday, 15 January 2027, nine in the morning at the registrar. */
export const byAcceptor = { actor: applicant(acceptor.id), now: '2027-01-15T08:00:00.000Z' } as const;
export const byLead = { ...byAcceptor, actor: applicant(lead.organisation.id ?? '') } as const;
export const byClock = { actor: clock() } as const;
export const finished = [...active, reportedDone];
export const acceptorAppointed = projectAcceptorAppointed({ organisation: acceptor });
export const acceptanceRequested = projectAcceptanceRequested({ results: '产线投产，十家企业接入 The line runs' });
export const inAcceptance = [...finished, acceptorAppointed, acceptanceRequested];
export const rejected = projectRejected({ acceptor: acceptor.id, missing: '缺少运行数据 No data of its operation' });
export const followUpTimes = [
  { no: 1, dueOn: '2028-01-15', overdueAt: '2028-01-15T23:00:00.000Z' },
  { no: 2, dueOn: '2029-01-15', overdueAt: '2029-01-15T23:00:00.000Z' },
  { no: 3, dueOn: '2030-01-15', overdueAt: '2030-01-15T23:00:00.000Z' },
] as const;
export const accepted = projectAccepted({
  acceptor: acceptor.id,
  finding: '同意通过验收 Accepted',
  acceptedOn: '2027-01-15',
  followUps: [...followUpTimes],
});

/** A project with this history, and the registrar's officer before it. */
export const project = (...history: EventOf<typeof Project.events>[]) => given(Project, history, byOfficer);

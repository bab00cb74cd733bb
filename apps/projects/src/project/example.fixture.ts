import {
  type Milestone,
  type Participant,
  projectParticipantsAmended,
  projectPlanSet,
  projectProgressReported,
  projectRegistered,
  projectWarned,
  type RegisterProject,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { director, given, officer } from '@xietong/testing';
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
export const registered = projectRegistered({ registrar, ...registration });
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

/** A project with this history, and the registrar's officer before it. */
export const project = (...history: EventOf<typeof Project.events>[]) => given(Project, history, byOfficer);

import {
  projectAcceptorAppointed,
  projectCorrectionEscalated,
  projectEvaluatedMidway,
  projectWarningEscalated,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { applicant, clock, describeWhoMay, director, officer, person, reaction, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import {
  accepted,
  acceptor,
  acceptorAppointed,
  active,
  amended,
  foundToCorrect,
  inAcceptance,
  registered,
  registrar,
  registration,
  reportedBehind,
  warned,
} from './example.fixture.ts';
import { Project } from './project.ts';

describeWhoMay(Project, {
  state: stateAfter(Project, [...active, acceptorAppointed]),
  people: {
    'officer of the registrar': officer(registrar),
    'director of the registrar': director(registrar),
    'officer of another agency': officer('NO-03/inn'),
    'director of another agency': director('NO-03/inn'),
    'applicant of the lead': applicant('NO-ORGNR:919303808'),
    'applicant of a partner': applicant('CN-USCI:91331082MA00D034X0'),
    'applicant of the unnumbered': applicant('NO-ORGNR:'),
    'applicant of the third party': applicant(acceptor.id),
    'applicant of another organisation': applicant('NO-ORGNR:971035854'),
    analyst: person('analyst', { agency: registrar }),
    auditor: person('auditor', { agency: registrar }),
    operator: person('operator', { agency: registrar }),
    expert: person('expert', { agency: registrar }),
    partner: person('partner', { agency: registrar }),
    clock: clock(),
    reaction: reaction(registrar),
  },
  meant: {
    'officer, or a reaction': ['officer of the registrar', 'officer of another agency', 'reaction'],
    'officer of registrar': ['officer of the registrar'],
    'director of registrar': ['director of the registrar'],
    'officer of registrar, or applicant of participants': ['officer of the registrar', 'applicant of the lead', 'applicant of a partner'],
    'applicant of participants': ['applicant of the lead', 'applicant of a partner'],
    'officer of registrar, or applicant of the lead': ['officer of the registrar', 'applicant of the lead'],
    'applicant of the acceptor': ['applicant of the third party'],
    'the clock': ['clock'],
  },
});

test('a project is known by its number under its registrar', () => {
  expect(Project.commands.register.id?.(registration, officer(registrar))).toBe('NO-03.rcn.951956');
});

test('a project is found by every organisation that ever took part in it', () => {
  const organisations = (...history: EventOf<typeof Project.events>[]) => Project.tags['organisation']?.(stateAfter(Project, history));
  expect(organisations(registered)).toEqual(['NO-ORGNR:919303808', 'CN-USCI:91331082MA00D034X0']);
  expect(organisations(registered, amended)).toEqual(expect.arrayContaining(['NO-ORGNR:919303808', 'CN-USCI:91331082MA00D034X0']));
});

test('the registrar and every participating organisation with a number of its own may read a project', () => {
  const readers = (...history: EventOf<typeof Project.events>[]) => Project.audience(stateAfter(Project, history));
  expect(readers(registered)).toEqual(['agency:NO-03/rcn', 'org:NO-ORGNR:919303808', 'org:CN-USCI:91331082MA00D034X0']);
  expect(readers(registered, amended)).toEqual(['agency:NO-03/rcn', 'org:NO-ORGNR:919303808']);
});

test('the third party reads the project from its appointment on, and judges for nobody else', () => {
  const another = projectAcceptorAppointed({ organisation: { ...acceptor, id: 'NO-ORGNR:971035854' } });
  const thirdParties = (...history: EventOf<typeof Project.events>[]) => Project.audience(stateAfter(Project, history)).slice(3);
  expect(thirdParties(...active)).toEqual([]);
  expect(thirdParties(...active, acceptorAppointed)).toEqual([`org:${acceptor.id}`]);
  expect(thirdParties(...inAcceptance, accepted)).toEqual([`org:${acceptor.id}`]);
  expect(thirdParties(...active, acceptorAppointed, another)).toEqual(['org:NO-ORGNR:971035854']);
});

test('a project is found by its registration, its status and the regions and numbers of its participants', () => {
  const state = stateAfter(Project, active);
  const valuesOf = (selectors: Record<string, (s: typeof state) => unknown>) =>
    Object.fromEntries(Object.entries(selectors).map(([name, of]) => [name, of(state)]));
  expect(valuesOf(Project.keys)).toEqual({
    status: 'active',
    year: '2026',
    lead: 'NO-ORGNR:919303808',
    number: '951956',
    signedOn: '2026-01-05',
    title: '数字孪生示范 Digital twins',
    field: undefined,
    programme: 'LEIT-ICT',
    leadRegion: 'NO-50',
    light: 'on-plan',
  });
  expect(valuesOf(Project.tags)).toEqual({
    region: ['NO-50', 'CN-331082'],
    organisation: ['NO-ORGNR:919303808', 'CN-USCI:91331082MA00D034X0'],
    awaited: [],
  });
});

test('nothing is due of a project without a warning, and its answer when it is warned', () => {
  expect(Project.due?.(stateAfter(Project, [registered]))).toBeUndefined();
  expect(Project.due?.(stateAfter(Project, [...active, reportedBehind]))).toBeUndefined();
  expect(Project.due?.(stateAfter(Project, [...active, reportedBehind, warned]))).toEqual({
    at: warned.data.answerBy,
    command: 'escalate',
  });
});

test('of a warning and a correction the earlier is due, and then the other', () => {
  const due = (...history: EventOf<typeof Project.events>[]) => Project.due?.(stateAfter(Project, [...active, reportedBehind, ...history]));
  const { answerBy } = warned.data;
  const soon = { kind: 'to-be-corrected', what: 'Sign them', by: '2026-04-01', overdueAt: '2026-04-01T22:00:00.000Z' } as const;
  const toCorrectSoon = projectEvaluatedMidway({ verdict: soon, finding: 'Too few enterprises' });
  const answer = { at: answerBy, command: 'escalate' };
  expect(due(warned, foundToCorrect)).toEqual(answer);
  expect(due(warned, foundToCorrect, projectWarningEscalated({ answerBy }))).toEqual({
    at: '2026-04-30T22:00:00.000Z',
    command: 'escalateCorrection',
  });
  expect(due(warned, toCorrectSoon)).toEqual({ at: soon.overdueAt, command: 'escalateCorrection' });
  expect(due(warned, toCorrectSoon, projectCorrectionEscalated({ overdueAt: soon.overdueAt }))).toEqual(answer);
});

refusalsHaveExamples(Project, import.meta.dirname);

test('an event on a project in a state where it cannot have happened is a fault', () => {
  expect(() => Project.evolve(undefined, warned)).toThrow("'project.warned' of a project that was never registered");
  expect(() => Project.evolve(stateAfter(Project, [registered]), warned)).toThrow('project 951956 is registered, not active');
  expect(() => Project.evolve(stateAfter(Project, active), { type: 'project.warning-escalated', data: warned.data })).toThrow(
    'project 951956 was never warned',
  );
  const history = (state: typeof active | typeof inAcceptance, event: EventOf<typeof Project.events>) => () =>
    Project.evolve(stateAfter(Project, state), event);
  const escalated = projectCorrectionEscalated({ overdueAt: '2026-04-30T22:00:00.000Z' });
  expect(history(active, escalated)).toThrow('project 951956 was never evaluated');
  expect(history(active, accepted)).toThrow('acceptance of project 951956 was never requested');
});

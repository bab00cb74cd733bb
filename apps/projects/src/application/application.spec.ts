import { applicant, clock, describeWhoMay, director, officer, person, reaction, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { Application } from './application.ts';
import { agency, approved, dismissed, drafted, eligible, inPublicity, lead, objected, submitted } from './example.fixture.ts';

const everyPerson = [
  'its applicant',
  'applicant of a partner',
  'its officer',
  'its director',
  'officer of another agency',
  'analyst',
  'expert',
];
describeWhoMay(Application, {
  state: stateAfter(Application, inPublicity),
  people: {
    'its applicant': applicant(lead),
    'applicant of a partner': applicant('NO-ORGNR:919303808'),
    'its officer': officer(agency),
    'its director': director(agency),
    'officer of another agency': officer('NO-03/inn'),
    analyst: person('analyst', { agency }),
    expert: person('expert', { agency }),
    clock: clock(),
    reaction: reaction(agency),
  },
  meant: {
    applicant: ['its applicant', 'applicant of a partner'],
    'applicant of its owner': ['its applicant'],
    'officer of agency': ['its officer'],
    'director of agency': ['its director'],
    'the clock': ['clock'],
    'a reaction': ['reaction'],
    'applicant or expert or officer or director or analyst or auditor or operator or partner': everyPerson,
  },
});

test('an application is found by its call, its area, its applicant and the regions of its parties', () => {
  const state = stateAfter(Application, [drafted, submitted, eligible]);
  expect(Object.fromEntries(Object.entries(Application.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'eligible',
    call: 'CN-331082.kjj.2026-01',
    agency,
    applicant: lead,
    area: 'smart-manufacturing',
    title: '数字孪生示范产线 Digital twin line',
    submittedOn: '2026-03-10',
    decideBy: submitted.data.decideBy,
  });
  expect(Application.tags['region']?.(state)).toEqual(['CN-331082', 'NO-50']);
  expect(Application.tags['panel']?.(state)).toEqual(['CN-331082.kjj.2026-01.smart-manufacturing']);
  expect(Application.tags['panel']?.(stateAfter(Application, [drafted]))).toEqual([]);
  expect(Application.keys['decideBy']?.(stateAfter(Application, [...inPublicity, approved]))).toBeUndefined();
});

test('it is found by an objection for as long as one is open', () => {
  const states = [inPublicity, [...inPublicity, objected], [...inPublicity, objected, dismissed]].map((history) =>
    stateAfter(Application, history),
  );
  expect(states.map((state) => Application.keys['objection']?.(state))).toEqual([undefined, 'open', undefined]);
});

refusalsHaveExamples(Application, import.meta.dirname);

test('an event on an application where it cannot have happened is a fault', () => {
  expect(() => Application.evolve(undefined, submitted)).toThrow("'application.submitted' of an application that was never begun");
  expect(() => Application.evolve(stateAfter(Application, [drafted]), eligible)).toThrow('the application is draft, not submitted');
});

import { applicant, describeWhoMay, director, officer, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import {
  applicantId,
  applied,
  appointed,
  asExpert,
  declared,
  decided,
  first,
  fourth,
  investigated,
  leadId,
  onTheTable,
  projectId,
  registrar,
  replaced,
} from './example.fixture.ts';
import { Exemption } from './exemption.ts';

describeWhoMay(Exemption, {
  state: stateAfter(Exemption, onTheTable),
  people: {
    'officer of the registrar': officer(registrar),
    'director of the registrar': director(registrar),
    'director of another agency': director('NO-03/inn'),
    'its applicant': applicant(applicantId),
    'applicant of another participant': applicant(leadId),
    'a member': asExpert(first),
    'another expert': asExpert(fourth),
    'a member without the role': { ...applicant(leadId), id: first },
  },
  meant: {
    applicant: ['its applicant', 'applicant of another participant', 'a member without the role'],
    'officer of registrar': ['officer of the registrar'],
    'director of registrar': ['director of the registrar'],
    'expert on its committee': ['a member'],
  },
});

test('the registrar, the applicant and the present members read the case, and its events stand with the registrar', () => {
  const readers = (...history: Parameters<typeof Exemption.evolve>[1][]) => Exemption.audience(stateAfter(Exemption, history));
  const parties = ['agency:NO-03/rcn', 'org:CN-USCI:91331082MA00D034X0'];
  const words = (...names: string[]) => names.map((name) => `person:${name.padEnd(22, '-')}`);
  expect(readers(applied)).toEqual(parties);
  expect(readers(applied, appointed)).toEqual([...parties, ...words('first', 'second', 'third')]);
  expect(readers(applied, appointed, declared, replaced)).toEqual([...parties, ...words('first', 'second', 'fourth')]);
  expect(Exemption.agency?.(stateAfter(Exemption, [applied]))).toBe(registrar);
});

test('a case is found by its project, its applicant, its ground and where it stands', () => {
  const state = stateAfter(Exemption, [...onTheTable, decided]);
  expect(Object.fromEntries(Object.entries(Exemption.keys).map(([name, of]) => [name, of(state)]))).toEqual({
    status: 'granted',
    project: projectId,
    agency: registrar,
    applicant: applicantId,
    ground: 'technical-failure',
  });
});

refusalsHaveExamples(Exemption, import.meta.dirname);

test('an event on a case where it cannot have happened is a fault', () => {
  expect(() => Exemption.evolve(undefined, appointed)).toThrow(
    "'exemption.committee-appointed' of an exemption that was never applied for",
  );
  expect(() => Exemption.evolve(stateAfter(Exemption, [applied]), investigated)).toThrow('the exemption is applied, not appointed');
  expect(() => Exemption.evolve(stateAfter(Exemption, [applied]), replaced)).toThrow(
    'the exemption is applied and has no committee at work',
  );
});

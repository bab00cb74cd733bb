import type { EventOf } from '@xietong/kernel';
import { applicant, clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { answered, assessed, closed, leadId, overdue, owner, raised, registrar, time } from './example.fixture.ts';
import { Risk } from './risk.ts';

describeWhoMay(Risk, {
  state: stateAfter(Risk, [raised, assessed]),
  people: {
    'officer of the registrar': officer(registrar),
    'director of the registrar': director(registrar),
    'officer of another agency': officer('NO-03/inn'),
    'applicant of the owner': applicant(owner),
    'applicant of another participant': applicant(leadId),
    analyst: person('analyst', { agency: registrar }),
    expert: person('expert', { agency: registrar }),
    clock: clock(),
  },
  meant: {
    'officer or applicant': [
      'officer of the registrar',
      'officer of another agency',
      'applicant of the owner',
      'applicant of another participant',
    ],
    'officer of registrar': ['officer of the registrar'],
    'applicant of its owner': ['applicant of the owner'],
    'the clock': ['clock'],
  },
});

test('nobody answers a risk that has no owner yet', () => {
  const { allow } = Risk.commands.answer;
  expect(allow.permits(applicant(owner), stateAfter(Risk, [raised]))).toBe(false);
});

test('the registrar and the participants may read a risk, and its events stand with the registrar', () => {
  const state = stateAfter(Risk, [raised]);
  expect(Risk.audience(state)).toEqual(['agency:CN-331082/kjj', 'org:NO-ORGNR:919303808', 'org:CN-USCI:91331082MA00D034X0']);
  expect(Risk.agency?.(state)).toBe(registrar);
});

test('a risk is found by its project, its kind, its level, its owner and the time that is left', () => {
  const keysOf = (...history: EventOf<typeof Risk.events>[]) =>
    Object.fromEntries(Object.entries(Risk.keys).map(([name, of]) => [name, of(stateAfter(Risk, history))]));
  const facts = { project: 'CN-331082.kjj.951956', agency: registrar, kind: 'technical' };
  expect(keysOf(raised)).toEqual({ status: 'raised', ...facts, level: undefined, owner: undefined, answerBy: undefined });
  expect(keysOf(raised, assessed)).toEqual({ status: 'assessed', ...facts, level: 'high', owner, answerBy: time.answerBy });
  expect(keysOf(raised, assessed, answered)).toMatchObject({ status: 'answered', level: 'high', answerBy: undefined });
  expect(keysOf(raised, closed)).toMatchObject({ status: 'closed', level: undefined, owner: undefined });
});

refusalsHaveExamples(Risk, import.meta.dirname);

test('an event on a risk where it cannot have happened is a fault', () => {
  expect(() => Risk.evolve(undefined, closed)).toThrow("'risk.closed' of a risk that is not there");
  expect(() => Risk.evolve(stateAfter(Risk, [raised, closed]), assessed)).toThrow("'risk.assessed' of a risk that is closed");
  expect(() => Risk.evolve(stateAfter(Risk, [raised]), overdue)).toThrow('the risk is raised, not assessed');
});

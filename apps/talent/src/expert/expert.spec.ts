import { audienceOf } from '@xietong/kernel';
import { clock, describeWhoMay, director, officer, person, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { agency, asExpert, changed, lapsed, pseudonym, registered, rejected, suspended, validUntil, verified } from './example.fixture.ts';
import { Expert } from './expert.ts';

const onRoster = stateAfter(Expert, [registered, changed, verified]);

describeWhoMay(Expert, {
  state: onRoster,
  people: {
    'he himself': asExpert('himself'),
    'another expert of the agency': asExpert('another'),
    'he himself without the role': { ...person('applicant'), id: pseudonym('himself') },
    'officer of the agency': officer(agency),
    'director of the agency': director(agency),
    'officer of another agency': officer('NO-03/inn'),
    'director of another agency': director('NO-03/inn'),
    analyst: person('analyst', { agency }),
    clock: clock(),
  },
  meant: {
    expert: ['he himself', 'another expert of the agency'],
    'the expert himself': ['he himself'],
    'officer of agency': ['officer of the agency'],
    'director of agency': ['director of the agency'],
    'the clock': ['clock'],
  },
});

test('an expert is read by himself and by the staff of his agency, for a purpose that is kept, and by no other expert of it', () => {
  const readers = [asExpert('himself'), officer(agency), asExpert('another'), officer('NO-03/inn')].filter((actor) =>
    Expert.audience(onRoster).some((word) => audienceOf(actor).includes(word)),
  );
  expect(readers).toEqual([asExpert('himself'), officer(agency)]);
  expect(Expert.personal).toBe(true);
  expect(Expert.agency?.(onRoster)).toBe(agency);
});

test('he is found by where he stands, his number, the end of his term, his fields and every organisation that he has to do with', () => {
  const keysOf = (state: typeof onRoster) => Object.fromEntries(Object.entries(Expert.keys).map(([name, of]) => [name, of(state)]));
  expect(keysOf(onRoster)).toEqual({ status: 'verified', agency, number: 'E-017', validUntil });
  expect(keysOf(stateAfter(Expert, [registered]))).toEqual({ status: 'registered', agency, number: undefined, validUntil: undefined });
  expect(Expert.tags['field']?.(onRoster)).toEqual(['smart-manufacturing']);
  expect(Expert.tags['organisation']?.(onRoster)).toEqual([
    'CN-USCI:12330000470090573P',
    'CN-USCI:91331082MA00D034X0',
    'NO-ORGNR:919303808',
    'NO-ORGNR:971035854',
  ]);
});

refusalsHaveExamples(Expert, import.meta.dirname);

test('an event on an expert where it cannot have happened is a fault', () => {
  expect(() => Expert.evolve(undefined, verified)).toThrow("'expert.verified' of an expert who never registered");
  expect(() => Expert.evolve(stateAfter(Expert, [registered]), lapsed)).toThrow('the expert is registered, not verified');
  expect(() => Expert.evolve(stateAfter(Expert, [registered, rejected]), suspended)).toThrow(
    'the expert is rejected, not verified or lapsed',
  );
});

test('the end of his term is a deadline, under his number, for as long as he may be renewed in time', () => {
  expect(Expert.deadlines?.of(onRoster)).toEqual([{ name: 'validUntil', at: validUntil }]);
  expect(Expert.deadlines?.title(onRoster)).toBe('E-017');
  const others = [[registered], [registered, rejected], [registered, verified, lapsed], [registered, verified, suspended]];
  expect(others.flatMap((history) => Expert.deadlines?.of(stateAfter(Expert, history)))).toEqual([]);
});

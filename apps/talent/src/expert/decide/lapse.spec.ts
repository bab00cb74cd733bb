import { denied, refusal, stateAfter } from '@xietong/testing';
import { byClock, byOfficer, expert, lapsed, registered, renewed, suspended, validUntil, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const onRoster = [registered, verified];
const due = { ...byClock, now: validUntil } as const;

test('who has not renewed lapses at the end of his term, not a millisecond before, and keeps his number', () => {
  expert(...onRoster)
    .when('lapse', {}, due)
    .then([lapsed]);
  expert(...onRoster)
    .when('lapse', {}, { ...byClock, now: '2028-03-31T15:59:59.999Z' })
    .then(refusal('term-running', { details: { status: 'verified' } }));
  const state = stateAfter(Expert, [...onRoster, lapsed]);
  expect(state).toMatchObject({ status: 'lapsed', number: 'E-017', validUntil });
  expect(Expert.due?.(state)).toBeUndefined();
});

test('who has renewed, has lapsed, is suspended or waits to be verified does not lapse', () => {
  for (const history of [[...onRoster, renewed], [...onRoster, lapsed], [...onRoster, suspended], [registered]]) {
    expert(...history)
      .when('lapse', {}, due)
      .then(refusal('term-running'));
  }
  expect(Expert.due?.(stateAfter(Expert, [...onRoster, suspended]))).toBeUndefined();
});

test('nobody but the clock lets him lapse', () => {
  expert(...onRoster)
    .when('lapse', {}, { ...byOfficer, now: validUntil })
    .then(denied);
});

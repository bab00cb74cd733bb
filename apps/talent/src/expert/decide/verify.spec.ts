import { expertVerified } from '@xietong/contracts-talent';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import { byOfficer, changed, expert, registered, rejected, suspended, validUntil, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const verify = (history: Parameters<typeof expert>, around: object = {}) =>
  expert(...history).when('verify', { number: 'E-017' }, { ...byOfficer, ...around });

test('an officer puts him on the roster for two years, to the last moment of the day at the agency', () => {
  verify([registered]).then([verified]);
  const state = stateAfter(Expert, [registered, verified]);
  expect(state).toMatchObject({ status: 'verified', number: 'E-017', validUntil });
  expect(Expert.due?.(state)).toEqual({ at: validUntil, command: 'lapse' });
});

test('the day is that of the agency, and two years after a leap day end with February', () => {
  verify([registered], { now: '2028-02-28T16:00:00.000Z' }).then([
    expertVerified({ number: 'E-017', validUntil: '2030-02-28T16:00:00.000Z' }),
  ]);
});

test('who is on the roster, or was rejected and has changed nothing, is not verified; who has changed his profile is', () => {
  for (const [status, history] of Object.entries({
    verified: [registered, verified],
    suspended: [registered, verified, suspended],
    rejected: [registered, rejected],
  })) {
    verify(history).then(refusal('not-up-for-verification', { details: { status } }));
  }
  verify([registered, rejected, changed]).then([verified]);
});

test('a number on the roster is no name', () => {
  expert(registered).when('verify', { number: '张三' }, byOfficer).then(invalidInput('number'));
});

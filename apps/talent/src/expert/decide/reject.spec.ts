import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import { byOfficer, expert, registered, rejected, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const { reason } = rejected.data;

test('an officer does not take him, for a reason that he can read', () => {
  expert(registered).when('reject', { reason }, byOfficer).then([rejected]);
  expect(stateAfter(Expert, [registered, rejected])).toMatchObject({ status: 'rejected', reason });
  expert(registered).when('reject', { reason: ' ' }, byOfficer).then(invalidInput('reason'));
});

test('who was rejected already, or is on the roster, is not rejected', () => {
  expert(registered, rejected)
    .when('reject', { reason }, byOfficer)
    .then(refusal('not-up-for-verification', { details: { status: 'rejected' } }));
  expert(registered, verified)
    .when('reject', { reason }, byOfficer)
    .then(refusal('not-up-for-verification', { details: { status: 'verified' } }));
});

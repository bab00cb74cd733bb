import { denied, refusal, stateAfter } from '@xietong/testing';
import { byDirector, byOfficer, expert, lapsed, registered, rejected, suspended, verified } from '../example.fixture.ts';
import { Expert } from '../expert.ts';

const { reason } = suspended.data;

test('a director keeps him from reviews, for a reason that he can read', () => {
  for (const history of [
    [registered, verified],
    [registered, verified, lapsed],
  ]) {
    expert(...history)
      .when('suspend', { reason }, byDirector)
      .then([suspended]);
    expect(stateAfter(Expert, [...history, suspended])).toMatchObject({ status: 'suspended', reason });
  }
});

test('who is not on the roster is not suspended, and nobody is twice', () => {
  for (const history of [[registered], [registered, rejected]]) {
    expert(...history)
      .when('suspend', { reason }, byDirector)
      .then(refusal('not-on-roster'));
  }
  expert(registered, verified, suspended)
    .when('suspend', { reason: '另一原因' }, byDirector)
    .then(refusal('expert-suspended', { details: { reason } }));
});

test('an officer suspends nobody', () => {
  expert(registered, verified).when('suspend', { reason }, byOfficer).then(denied);
});

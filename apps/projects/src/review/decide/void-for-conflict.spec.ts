import { denied, refusal, stateAfter } from '@xietong/testing';
import { accepted, byOfficer, conflictDeclared, conflictFound, invited, review, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';

const { nature } = conflictFound.data;

test('a conflict that the agency finds later voids the score, and the history says so', () => {
  review(invited, accepted, scored).when('voidForConflict', { nature }, byOfficer).then([conflictFound]);
  const state = stateAfter(Review, [invited, accepted, scored, conflictFound]);
  expect(state).toMatchObject({ status: 'recused', conflict: { nature, saidBy: 'agency' } });
});

test('an expert who is out of it is not put out again, and no expert does it', () => {
  review(invited, conflictDeclared).when('voidForConflict', { nature }, byOfficer).then(refusal('expert-not-involved'));
  review(invited).when('voidForConflict', { nature }).then(denied);
});

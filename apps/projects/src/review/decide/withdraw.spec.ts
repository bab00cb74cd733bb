import { denied, refusal } from '@xietong/testing';
import { accepted, byOfficer, invited, review, scored, withdrawn } from '../example.fixture.ts';

test('the agency does without a review that is not scored', () => {
  review(invited).when('withdraw', withdrawn.data, byOfficer).then([withdrawn]);
  review(invited, accepted).when('withdraw', withdrawn.data, byOfficer).then([withdrawn]);
});

test('a score cannot be made away with, and no expert withdraws an invitation', () => {
  review(invited, accepted, scored).when('withdraw', withdrawn.data, byOfficer).then(refusal('review-not-open'));
  review(invited).when('withdraw', withdrawn.data).then(denied);
});

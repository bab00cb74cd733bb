import { denied, refusal, stateAfter } from '@xietong/testing';
import { accepted, around, byOfficer, invited, returned, review, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';

const { reason } = returned.data;

test('the agency returns a review for a better one, with time anew, and its score does not count', () => {
  review(invited, accepted, scored).when('return', { reason }, byOfficer).then([returned]);
  const state = stateAfter(Review, [invited, accepted, scored, returned]);
  expect(state).toMatchObject({ status: 'accepted', returned: reason });
  expect(state).not.toHaveProperty('assessment');
});

test('only what is scored is returned, and not once the panel has counted it', () => {
  review(invited, accepted)
    .when('return', { reason }, byOfficer)
    .then(refusal('not-scored', { details: { status: 'accepted' } }));
  const application = { ...around.application, status: 'shortlisted' };
  review(invited, accepted, scored)
    .when('return', { reason }, { ...byOfficer, gathered: { application } })
    .then(refusal('not-eligible', { details: { status: 'shortlisted' } }));
  review(invited, accepted, scored).when('return', { reason }).then(denied);
});

import { refusal, stateAfter } from '@xietong/testing';
import { accepted, declined, invited, review, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';

test('the expert declines an invitation, or gives up what he accepted, and reads nothing of it any more', () => {
  review(invited).when('decline', declined.data).then([declined]);
  review(invited, accepted).when('decline', declined.data).then([declined]);
  expect(Review.audience(stateAfter(Review, [invited, declined]))).toEqual(['agency:CN-331082/kjj']);
});

test('what is scored is not declined', () => {
  review(invited, accepted, scored)
    .when('decline', declined.data)
    .then(refusal('review-not-open', { details: { status: 'scored' } }));
});

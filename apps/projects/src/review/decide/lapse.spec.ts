import { reviewLapsed } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { accepted, answerBy, byClock, invited, lapsed, review, scoreBy, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';

test('an invitation lapses when nobody answers it, and an acceptance when no score comes', () => {
  expect(Review.due?.(stateAfter(Review, [invited]))).toEqual({ at: answerBy, command: 'lapse' });
  expect(Review.due?.(stateAfter(Review, [invited, accepted]))).toEqual({ at: scoreBy, command: 'lapse' });
  review(invited)
    .when('lapse', {}, { ...byClock, now: answerBy })
    .then([lapsed]);
  review(invited, accepted)
    .when('lapse', {}, { ...byClock, now: scoreBy })
    .then([reviewLapsed({ endedAt: scoreBy })]);
});

test('not a moment before, and not what is scored', () => {
  review(invited).when('lapse', {}, byClock).then(refusal('nothing-overdue'));
  expect(Review.due?.(stateAfter(Review, [invited, accepted, scored]))).toBeUndefined();
  review(invited).when('lapse', {}).then(denied);
});

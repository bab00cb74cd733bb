import { denied, refusal } from '@xietong/testing';
import { accepted, answerBy, asExpert, byExpert, byOfficer, invited, lapsed, review } from '../example.fixture.ts';

test('the expert accepts, and has five working days to score', () => {
  review(invited).when('accept', {}).then([accepted]);
});

test('not once the time for the answer is over, though the clock has not come yet', () => {
  review(invited)
    .when('accept', {}, { ...byExpert, now: answerBy })
    .then(refusal('review-overdue', { details: { answerBy } }));
  review(invited, lapsed)
    .when('accept', {})
    .then(refusal('not-invited', { details: { status: 'lapsed' } }));
  review(invited, accepted).when('accept', {}).then(refusal('not-invited'));
});

test('nobody answers for him', () => {
  review(invited).when('accept', {}, byOfficer).then(denied);
  review(invited)
    .when('accept', {}, { ...byExpert, actor: { ...asExpert, id: 'anotherExpert--------2' } })
    .then(denied);
});

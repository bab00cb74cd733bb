import { reviewScored } from '@xietong/contracts-projects';
import { denied, exampleAttachment, invalidInput, refusal } from '@xietong/testing';
import fc from 'fast-check';
import { accepted, assessment, byExpert, byOfficer, invited, review, scoreBy, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';
import { stateAfter } from '@xietong/testing';
import { score } from './score.ts';

const { scores, comment } = assessment;

test('an expert scores each axis once, and the total is weighted without rounding', () => {
  review(invited, accepted).when('score', { scores, comment }).then([scored]);
  const uneven = [71, 33, 99].map((points, place) => ({ axis: scores[place]?.axis ?? '', points }));
  // 71 × 40 % + 33 × 35 % + 99 × 25 % = 64.70 points
  review(invited, accepted)
    .when('score', { scores: uneven, comment })
    .then([reviewScored({ scores: uneven, comment, total: 64_70 })]);
});

test('whatever the points, a total lies between the lowest and the highest of them', () => {
  const state = stateAfter(Review, [invited, accepted]);
  const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(points, (given) => {
      const [event] = score(
        state,
        { scores: scores.map(({ axis }, place) => ({ axis, points: given[place] ?? 0 })), comment },
        { ...byExpert, id: 'r', newId: () => 'x', gathered: undefined, attachment: exampleAttachment },
      ) as ReturnType<typeof reviewScored>[];
      expect(event?.data.total).toBeGreaterThanOrEqual(Math.min(...given) * 100);
      expect(event?.data.total).toBeLessThanOrEqual(Math.max(...given) * 100);
    }),
  );
});

test('a score is given once', () => {
  review(invited, accepted, scored).when('score', { scores, comment }).then(refusal('scored-already'));
});

test('an axis is neither left out nor scored twice, and none is made up', () => {
  const [first, ...others] = scores;
  if (!first) throw new Error('the example has scores');
  const axes = scores.map(({ axis }) => axis);
  review(invited, accepted)
    .when('score', { scores: others, comment })
    .then(refusal('scores-not-by-axes', { field: 'scores', details: { axes } }));
  review(invited, accepted)
    .when('score', { scores: [first, first, ...others], comment })
    .then(refusal('scores-not-by-axes', { field: 'scores.1.axis' }));
  review(invited, accepted)
    .when('score', { scores: [...scores, { axis: 'beauty', points: 9 }], comment })
    .then(refusal('scores-not-by-axes', { field: 'scores.3.axis' }));
  review(invited, accepted)
    .when('score', { scores: [{ ...first, points: 101 }, ...others], comment })
    .then(invalidInput('scores.0.points'));
  review(invited, accepted).when('score', { scores, comment: ' ' }).then(invalidInput('comment'));
});

test('a score a moment too late is not taken, nor one without an acceptance, nor one by another', () => {
  review(invited, accepted)
    .when('score', { scores, comment }, { ...byExpert, now: scoreBy })
    .then(refusal('review-overdue', { details: { scoreBy } }));
  review(invited)
    .when('score', { scores, comment })
    .then(refusal('not-accepted', { details: { status: 'invited' } }));
  review(invited, accepted).when('score', { scores, comment }, byOfficer).then(denied);
});

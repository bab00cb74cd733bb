import { refusal, stateAfter } from '@xietong/testing';
import { accepted, assessment, asExpert, conflictDeclared, invited, review, scored } from '../example.fixture.ts';
import { Review } from '../review.ts';

const { nature } = conflictDeclared.data;

test('an expert who finds a conflict says so at any time, and what he scored does not count', () => {
  for (const history of [[invited], [invited, accepted], [invited, accepted, scored]])
    review(...history)
      .when('declareConflict', { nature })
      .then([conflictDeclared]);
  const state = stateAfter(Review, [invited, accepted, scored, conflictDeclared]);
  expect(state).toMatchObject({ status: 'recused', conflict: { nature, saidBy: 'expert' }, voided: assessment });
  expect(Review.keys['total']?.(state)).toBeUndefined();
});

test('from then on he reads nothing of the application, and still knows that he was asked', () => {
  const state = stateAfter(Review, [invited, conflictDeclared]);
  expect(Review.audience(state)).toEqual(['agency:CN-331082/kjj']);
  expect(Review.excerpt?.audience(state)).toEqual([`person:${asExpert.id}`]);
  expect(Review.excerpt?.of(state)).toEqual({
    status: 'recused',
    application: 'application-17',
    call: 'CN-331082.kjj.2026-01',
    agency: 'CN-331082/kjj',
  });
});

test('who is out of it declares nothing more', () => {
  review(invited, conflictDeclared)
    .when('declareConflict', { nature })
    .then(refusal('expert-not-involved', { details: { status: 'recused' } }));
});

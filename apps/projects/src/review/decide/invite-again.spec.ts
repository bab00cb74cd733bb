import { denied, given, officer, refusal } from '@xietong/testing';
import { partnering } from '../../application/example.fixture.ts';
import type { review } from '../example.fixture.ts';
import { accepted, around, byOfficer, conflictDeclared, declined, expert, invited, lapsed, scored, withdrawn } from '../example.fixture.ts';
import { Review } from '../review.ts';

const again = (changes: object, ...history: Parameters<typeof review>) =>
  given(Review, history).when('inviteAgain', {}, { ...byOfficer, gathered: { ...around, ...changes } });

test.each([
  ['declined', [invited, declined]],
  ['was not needed', [invited, accepted, withdrawn]],
  ['let the time pass', [invited, lapsed]],
])('an expert who %s can be invited again, with time anew', (_, history) => {
  again({}, ...history).then([invited]);
});

test('one who is in it, has scored, or was in conflict cannot', () => {
  for (const history of [[invited], [invited, accepted], [invited, accepted, scored], [invited, conflictDeclared]])
    again({}, ...history).then(refusal('review-under-way'));
});

test('what has changed meanwhile is looked at anew', () => {
  const past = [invited, declined] as const;
  again({ application: undefined }, ...past).then(refusal('application-unknown', { field: 'application' }));
  again({ application: { ...around.application, status: 'refused' } }, ...past).then(refusal('not-eligible', { field: 'application' }));
  again({ expert: undefined }, ...past).then(refusal('expert-unknown', { field: 'expert' }));
  again({ expert: { ...expert, status: 'lapsed' } }, ...past).then(refusal('expert-not-on-roster', { field: 'expert' }));
  const relations = [{ organisation: partnering.organisation.id, nature: 'advice', since: '2026-01-01' }];
  again({ expert: { ...expert, relations } }, ...past).then(refusal('expert-in-conflict', { field: 'expert' }));
});

test('only the agency does', () => {
  given(Review, [invited, declined])
    .when('inviteAgain', {}, { ...byOfficer, actor: officer('NO-03/inn') })
    .then(denied);
});

import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byOfficer, byReaction, drafted, eligible, onTheList, shortlisted, submitted } from '../example.fixture.ts';

test('an eligible application comes onto the list of those to be approved', () => {
  application(drafted, submitted, eligible).when('shortlist', {}, byReaction).then([shortlisted]);
  expect(stateAfter(Application, onTheList).status).toBe('shortlisted');
});

test('one that was not examined does not, and none twice', () => {
  application(drafted, submitted)
    .when('shortlist', {}, byReaction)
    .then(refusal('not-eligible', { details: { status: 'submitted' } }));
  application(...onTheList)
    .when('shortlist', {}, byReaction)
    .then(refusal('not-eligible'));
});

test('no officer puts one there: the panel does, within the quota', () => {
  application(drafted, submitted, eligible).when('shortlist', {}, byOfficer).then(denied);
});

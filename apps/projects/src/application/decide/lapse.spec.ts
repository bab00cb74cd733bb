import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byClock, byOfficer, drafted, lapsed, returned, submitted } from '../example.fixture.ts';

const history = [drafted, submitted, returned];
const { resubmitBy } = returned.data;

test('what was not handed in again in time lapses, not a millisecond before', () => {
  application(...history)
    .when('lapse', {}, { ...byClock, now: resubmitBy })
    .then([lapsed]);
  application(...history)
    .when('lapse', {}, { ...byClock, now: '2026-03-27T15:59:59.999Z' })
    .then(refusal('nothing-overdue'));
  expect(stateAfter(Application, [...history, lapsed])).toMatchObject({ status: 'lapsed', resubmitBy });
});

test('what was handed in again does not lapse, and nobody but the clock lets it', () => {
  application(...history, submitted)
    .when('lapse', {}, { ...byClock, now: resubmitBy })
    .then(refusal('nothing-overdue', { details: { status: 'submitted' } }));
  application(...history)
    .when('lapse', {}, byOfficer)
    .then(denied);
});

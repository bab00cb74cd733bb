import { applicationDecisionTimeMoved, applicationSubmitted } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byClock, drafted, escalated, reminded, returned, submitted, time } from '../example.fixture.ts';

const due = { ...byClock, now: time.decideBy };

test('after 30 working days the clock escalates, once', () => {
  application(drafted, submitted, reminded).when('escalate', {}, due).then([escalated]);
  application(drafted, submitted, reminded)
    .when('escalate', {}, { ...byClock, now: '2026-04-22T15:59:59.999Z' })
    .then(refusal('nothing-overdue'));
  application(drafted, submitted, reminded, escalated).when('escalate', {}, due).then(refusal('nothing-overdue'));
  expect(Application.due?.(stateAfter(Application, [drafted, submitted, reminded, escalated]))).toBeUndefined();
});

test('while an application is returned its time stands still', () => {
  application(drafted, submitted, returned)
    .when('escalate', {}, due)
    .then(refusal('nothing-overdue', { details: { status: 'returned' } }));
});

test('a provisional time moves first', () => {
  const early = applicationSubmitted({ ...submitted.data, decideBy: '2026-04-21T16:00:00.000Z', provisional: true });
  application(drafted, early, reminded)
    .when('escalate', {}, { ...byClock, now: early.data.decideBy })
    .then([applicationDecisionTimeMoved(time)]);
});

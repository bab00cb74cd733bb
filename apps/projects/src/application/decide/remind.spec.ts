import { applicationDecisionTimeMoved, applicationSubmitted } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byClock, byOfficer, drafted, inPublicity, refused, reminded, submitted, time } from '../example.fixture.ts';

test('after 20 working days the clock reminds, once', () => {
  application(drafted, submitted)
    .when('remind', {}, { ...byClock, now: time.remindAt })
    .then([reminded]);
  application(drafted, submitted)
    .when('remind', {}, { ...byClock, now: '2026-04-08T15:59:59.999Z' })
    .then(refusal('nothing-overdue'));
  application(drafted, submitted, reminded)
    .when('remind', {}, { ...byClock, now: time.remindAt })
    .then(refusal('nothing-overdue'));
  expect(Application.due?.(stateAfter(Application, [drafted, submitted, reminded]))).toEqual({ at: time.decideBy, command: 'escalate' });
});

test('nobody is reminded of what was decided, and only the clock reminds', () => {
  application(...inPublicity, refused)
    .when('remind', {}, { ...byClock, now: time.remindAt })
    .then(refusal('nothing-overdue', { details: { status: 'refused' } }));
  application(drafted, submitted).when('remind', {}, byOfficer).then(denied);
});

test('a provisional time moves with the calendar that was announced meanwhile, instead', () => {
  // As if it had been counted before the holidays of April 2026 were announced: two days too early.
  const early = applicationSubmitted({
    ...submitted.data,
    remindAt: '2026-04-07T16:00:00.000Z',
    decideBy: '2026-04-21T16:00:00.000Z',
    provisional: true,
  });
  const moved = applicationDecisionTimeMoved(time);
  application(drafted, early)
    .when('remind', {}, { ...byClock, now: early.data.remindAt })
    .then([moved]);
  expect(Application.due?.(stateAfter(Application, [drafted, early, moved]))).toEqual({ at: time.remindAt, command: 'remind' });
});

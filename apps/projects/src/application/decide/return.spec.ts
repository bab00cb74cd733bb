import { applicationReturned } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byApplicant, byOfficer, drafted, eligible, returned, submitted } from '../example.fixture.ts';

const { reason } = returned.data;
const onFriday = { ...byOfficer, now: '2026-03-13T08:00:00.000Z' } as const;

test('what is returned is handed in again within ten working days, and its count of days stands still', () => {
  application(drafted, submitted).when('return', { reason }, onFriday).then([returned]);
  const state = stateAfter(Application, [drafted, submitted, returned]);
  expect(state).toMatchObject({ status: 'returned', returned: { usedWorkingDays: 3 } });
  expect(Application.due?.(state)).toEqual({ at: returned.data.resubmitBy, command: 'lapse' });
});

test('the days of a first and a second examination add up', () => {
  const again = { ...submitted, data: { ...submitted.data, countedFrom: '2026-03-27', usedWorkingDays: 3 } } as const;
  application(drafted, submitted, returned, again)
    .when('return', { reason }, { ...byOfficer, now: '2026-04-01T08:00:00.000Z' })
    .then([applicationReturned({ reason, usedWorkingDays: 6, resubmitBy: '2026-04-16T16:00:00.000Z', provisional: false })]);
});

test('only what waits to be examined is returned, by its officer', () => {
  application(drafted, submitted, eligible)
    .when('return', { reason }, onFriday)
    .then(refusal('not-submitted', { details: { status: 'eligible' } }));
  application(drafted, submitted).when('return', { reason }, byApplicant).then(denied);
});

import { callClosed } from '@xietong/contracts-projects';
import { clock, denied, refusal, stateAfter } from '@xietong/testing';
import { amended, byDirector, byOfficer, call, closed, published, terms } from '../example.fixture.ts';
import { Call } from '../call.ts';

const byClock = { actor: clock(), now: terms.closesAt };

test('the clock closes a call at its time, not a millisecond before', () => {
  expect(Call.due?.(stateAfter(Call, [published]))).toEqual({ at: terms.closesAt, command: 'close' });
  call(published).when('close', {}, byClock).then([closed]);
  call(published)
    .when('close', {}, { ...byClock, now: '2026-04-01T08:59:59.999Z' })
    .then(refusal('reason-needed', { field: 'reason' }));
  expect(Call.due?.(stateAfter(Call, [published, closed]))).toBeUndefined();
});

test('an amendment moves the time with it', () => {
  expect(Call.due?.(stateAfter(Call, [published, amended]))).toEqual({ at: amended.data.closesAt, command: 'close' });
});

test('a director closes it early, with a reason', () => {
  const reason = '资金已用完 The money is spent';
  call(published)
    .when('close', { reason }, byDirector)
    .then([callClosed({ reason })]);
  call(published)
    .when('close', {}, byDirector)
    .then(refusal('reason-needed', { field: 'reason' }));
  call(published).when('close', { reason }, byOfficer).then(denied);
});

test('a call closes once', () => {
  call(published, closed).when('close', {}, byClock).then(refusal('call-closed'));
});

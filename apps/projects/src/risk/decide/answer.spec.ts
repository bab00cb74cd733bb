import { riskAnswered } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { answered, assessed, byLead, byOfficer, byOwner, closed, overdue, raised, risk, time } from '../example.fixture.ts';
import { Risk } from '../risk.ts';

const { measures } = answered.data;
const late = riskAnswered({ measures, late: true });

test('the owner says what it does, in time until the last millisecond', () => {
  risk(raised, assessed).when('answer', { measures }, byOwner).then([answered]);
  risk(raised, assessed)
    .when('answer', { measures }, { ...byOwner, now: '2026-03-12T15:59:59.999Z' })
    .then([answered]);
  expect(Risk.due?.(stateAfter(Risk, [raised, assessed, answered]))).toBeUndefined();
});

test('an answer that comes later is taken, and is late', () => {
  risk(raised, assessed)
    .when('answer', { measures }, { ...byOwner, now: time.answerBy })
    .then([late]);
  risk(raised, assessed, overdue)
    .when('answer', { measures }, { ...byOwner, now: '2026-03-20T08:00:00.000Z' })
    .then([late]);
});

test('nobody answers for the owner', () => {
  risk(raised, assessed).when('answer', { measures }, byLead).then(denied);
  risk(raised, assessed).when('answer', { measures }, byOfficer).then(denied);
});

test('an assessment is answered once, and not after the risk is closed', () => {
  risk(raised, assessed, answered)
    .when('answer', { measures }, byOwner)
    .then(refusal('no-answer-awaited', { details: { status: 'answered' } }));
  risk(raised, assessed, closed)
    .when('answer', { measures }, byOwner)
    .then(refusal('no-answer-awaited', { details: { status: 'closed' } }));
});

import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byApplicant, byOfficer, drafted, eligible, submitted } from '../example.fixture.ts';

test('what fulfils the conditions goes on to review, and its time runs on', () => {
  application(drafted, submitted).when('declareEligible', {}, byOfficer).then([eligible]);
  const state = stateAfter(Application, [drafted, submitted, eligible]);
  expect(state.status).toBe('eligible');
  expect(Application.due?.(state)).toEqual({ at: submitted.data.remindAt, command: 'remind' });
});

test('a draft is not examined, and what was examined not again', () => {
  application(drafted)
    .when('declareEligible', {}, byOfficer)
    .then(refusal('not-submitted', { details: { status: 'draft' } }));
  application(drafted, submitted, eligible).when('declareEligible', {}, byOfficer).then(refusal('not-submitted'));
  application(drafted, submitted).when('declareEligible', {}, byApplicant).then(denied);
});

import { refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, byOfficer, drafted, eligible, ineligible, submitted } from '../example.fixture.ts';

const { reason } = ineligible.data;

test('what does not fulfil the conditions ends there, with the reason, and nothing is due any more', () => {
  application(drafted, submitted).when('declareIneligible', { reason }, byOfficer).then([ineligible]);
  const state = stateAfter(Application, [drafted, submitted, ineligible]);
  expect(state).toMatchObject({ status: 'ineligible', reason });
  expect(Application.due?.(state)).toBeUndefined();
});

test('what was examined is not examined again', () => {
  application(drafted, submitted, eligible).when('declareIneligible', { reason }, byOfficer).then(refusal('not-submitted'));
});

import { denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import {
  agency,
  application,
  approved,
  byOfficer,
  drafted,
  inPublicity,
  lead,
  returned,
  submitted,
  withdrawn,
} from '../example.fixture.ts';

const { reason } = withdrawn.data;

test.each([
  ['as a draft', [drafted]],
  ['once handed in', [drafted, submitted]],
  ['once returned', [drafted, submitted, returned]],
  ['in publicity', inPublicity],
])('an application is taken back %s', (_, history) => {
  application(...history)
    .when('withdraw', { reason })
    .then([withdrawn]);
});

test('one that was decided or taken back stays as it is', () => {
  application(...inPublicity, approved)
    .when('withdraw', { reason })
    .then(refusal('application-ended', { details: { status: 'approved' } }));
  application(drafted, withdrawn).when('withdraw', { reason }).then(refusal('application-ended'));
});

test('the agency never reads a draft that was taken back, but does read what had been handed in', () => {
  expect(Application.audience(stateAfter(Application, [drafted, withdrawn]))).toEqual([`org:${lead}`]);
  expect(Application.audience(stateAfter(Application, [drafted, submitted, withdrawn]))).toContain(`agency:${agency}`);
});

test('only the applicant takes it back', () => {
  application(drafted, submitted).when('withdraw', { reason }, byOfficer).then(denied);
});

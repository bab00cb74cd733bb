import { refusal, stateAfter } from '@xietong/testing';
import { bySubmitter, drafted, report, returned, submitted } from '../example.fixture.ts';
import { Report } from '../report.ts';

const { summary } = submitted.data;

test('a draft is submitted with the words that stand before its tables', () => {
  report(drafted).when('submit', { summary }, bySubmitter).then([submitted]);
  expect(stateAfter(Report, [drafted, submitted])).toEqual({ ...drafted.data, ...submitted.data, status: 'submitted' });
});

test('what was returned is submitted again in other words, with the same numbers', () => {
  report(drafted, submitted, returned).when('submit', { summary }, bySubmitter).then([submitted]);
  expect(stateAfter(Report, [drafted, submitted, returned, submitted])).toEqual(stateAfter(Report, [drafted, submitted]));
});

test('what waits for approval is not submitted again', () => {
  report(drafted, submitted)
    .when('submit', { summary }, bySubmitter)
    .then(refusal('not-a-draft', { details: { status: 'submitted' } }));
});

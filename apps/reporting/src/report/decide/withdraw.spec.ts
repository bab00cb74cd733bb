import { refusal, stateAfter } from '@xietong/testing';
import { approved, byApprover, drafted, published, report, submitted, withdrawn } from '../example.fixture.ts';
import { Report } from '../report.ts';

test.each([
  ['draft', [drafted]],
  ['submitted report', [drafted, submitted]],
  ['approved report', [drafted, submitted, approved]],
  ['published report', [drafted, submitted, approved, published]],
] as const)('a director withdraws a %s with a reason, and what it said stays readable', (_, history) => {
  report(...history)
    .when('withdraw', withdrawn.data, byApprover)
    .then([withdrawn]);
  expect(stateAfter(Report, [...history, withdrawn])).toMatchObject({ ...drafted.data, status: 'withdrawn', ...withdrawn.data });
});

test('of what had been published the day stays', () => {
  expect(stateAfter(Report, [drafted, submitted, approved, published, withdrawn])).toMatchObject({ publishedOn: '2026-07-08' });
  expect(stateAfter(Report, [drafted, withdrawn])).not.toHaveProperty('publishedOn');
});

test('nothing is withdrawn twice', () => {
  report(drafted, withdrawn).when('withdraw', withdrawn.data, byApprover).then(refusal('already-withdrawn'));
});

import { refusal, stateAfter } from '@xietong/testing';
import { approved, byApprover, drafted, published, report, submitted } from '../example.fixture.ts';
import { Report } from '../report.ts';

test('what was approved is published, under the day at the agency, with every number as it was drafted', () => {
  report(drafted, submitted, approved).when('publish', {}, byApprover).then([published]);
  expect(stateAfter(Report, [drafted, submitted, approved, published])).toMatchObject({
    ...drafted.data,
    status: 'published',
    publishedOn: '2026-07-08',
  });
});

test('what is not approved is not published, and nothing twice', () => {
  report(drafted, submitted)
    .when('publish', {}, byApprover)
    .then(refusal('not-approved', { details: { status: 'submitted' } }));
  report(drafted, submitted, approved, published).when('publish', {}, byApprover).then(refusal('not-approved'));
});

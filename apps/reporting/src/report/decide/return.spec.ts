import { refusal, stateAfter } from '@xietong/testing';
import { approved, byApprover, drafted, report, returned, submitted } from '../example.fixture.ts';
import { Report } from '../report.ts';

test('a director returns what was submitted, with a reason; words and numbers stay', () => {
  report(drafted, submitted).when('return', returned.data, byApprover).then([returned]);
  expect(stateAfter(Report, [drafted, submitted, returned])).toEqual({
    ...drafted.data,
    status: 'draft',
    summary: submitted.data.summary,
    returned: returned.data.reason,
  });
});

test('a draft, and what was approved, is not returned', () => {
  report(drafted)
    .when('return', returned.data, byApprover)
    .then(refusal('not-submitted', { details: { status: 'draft' } }));
  report(drafted, submitted, approved).when('return', returned.data, byApprover).then(refusal('not-submitted'));
});

import { denied, refusal, stateAfter } from '@xietong/testing';
import { answered, assessed, byOwner, closed, overdue, raised, risk } from '../example.fixture.ts';
import { Risk } from '../risk.ts';

test('an officer closes a risk wherever it stands, and says what became of it', () => {
  for (const history of [[raised], [raised, assessed], [raised, assessed, overdue], [raised, assessed, answered]]) {
    risk(...history)
      .when('close', closed.data)
      .then([closed]);
  }
  expect(stateAfter(Risk, [raised, assessed, answered, closed])).toMatchObject({
    status: 'closed',
    assessment: { level: 'high' },
    answers: [answered.data],
    ...closed.data,
  });
});

test('it is closed once, and not by its owner', () => {
  risk(raised, closed).when('close', closed.data).then(refusal('risk-closed'));
  risk(raised, assessed).when('close', closed.data, byOwner).then(denied);
});

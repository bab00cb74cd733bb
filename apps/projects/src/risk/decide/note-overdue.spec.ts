import { riskAssessed } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { answered, assessed, byClock, byOfficer, closed, moved, overdue, raised, risk, time } from '../example.fixture.ts';
import { Risk } from '../risk.ts';

const due = { ...byClock, now: time.answerBy };

test('when the time is up the clock notes that no answer came, once, and not a millisecond before', () => {
  risk(raised, assessed).when('noteOverdue', {}, due).then([overdue]);
  risk(raised, assessed)
    .when('noteOverdue', {}, { ...byClock, now: '2026-03-12T15:59:59.999Z' })
    .then(refusal('no-answer-overdue', { details: { status: 'assessed' } }));
  risk(raised, assessed, overdue).when('noteOverdue', {}, due).then(refusal('no-answer-overdue'));
  expect(Risk.due?.(stateAfter(Risk, [raised, assessed, overdue]))).toBeUndefined();
});

test('nothing is overdue before an assessment, after an answer, or of a risk that is closed', () => {
  for (const history of [[raised], [raised, assessed, answered], [raised, assessed, closed]]) {
    risk(...history)
      .when('noteOverdue', {}, due)
      .then(refusal('no-answer-overdue'));
    expect(Risk.due?.(stateAfter(Risk, history))).toBeUndefined();
  }
});

test('a provisional time is counted again, and moves where the calendar that was announced says so', () => {
  const early = riskAssessed({ ...assessed.data, answerBy: '2026-03-11T16:00:00.000Z', provisional: true });
  risk(raised, early)
    .when('noteOverdue', {}, { ...byClock, now: early.data.answerBy })
    .then([moved]);
  expect(Risk.due?.(stateAfter(Risk, [raised, early, moved]))).toEqual({ at: time.answerBy, command: 'noteOverdue' });
  const right = riskAssessed({ ...assessed.data, provisional: true });
  risk(raised, right).when('noteOverdue', {}, due).then([overdue]);
});

test('a time that is not provisional stays, whatever the calendar says by now', () => {
  const other = riskAssessed({ ...assessed.data, answerBy: '2026-03-11T16:00:00.000Z' });
  risk(raised, other)
    .when('noteOverdue', {}, { ...byClock, now: other.data.answerBy })
    .then([{ ...overdue, data: { answerBy: other.data.answerBy } }]);
});

test('only the clock notes it', () => {
  risk(raised, assessed)
    .when('noteOverdue', {}, { ...byOfficer, now: time.answerBy })
    .then(denied);
});

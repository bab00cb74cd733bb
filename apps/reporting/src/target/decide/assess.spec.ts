import { targetSet } from '@xietong/contracts-reporting';
import { denied, lookupOver, refusal, stateAfter } from '@xietong/testing';
import { assessed, at, byDirector, ended, ends, fellBehind, found, revised, set, target, watermark } from '../example.fixture.ts';
import { Target } from '../target.ts';
import { figureOf } from './assess.ts';

test('when a quarter has ended it is assessed by what the days gone of the period ask for', () => {
  // 90 of 730 days are gone at the end of March.
  target(set)
    .when('assess', {}, at(ends.q1, 90))
    .then([assessed('2026-Q1', 90, 90)]);
  target(set)
    .when('assess', {}, at(ends.q1, 89))
    .then([assessed('2026-Q1', 90, 89)]);
  expect(stateAfter(Target, [set, assessed('2026-Q1', 90, 89)])).toMatchObject({ nextQuarter: '2026-Q2', behindInARow: 1, notices: [] });
});

test('a second quarter behind in a row raises a notice, and so does each further one', () => {
  const q1 = assessed('2026-Q1', 90, 89);
  const q2 = [assessed('2026-Q2', 181, 180), fellBehind('2026-Q2', 181, 180, 2)] as const;
  target(set, q1)
    .when('assess', {}, at(ends.q2, 180))
    .then([...q2]);
  target(set, q1, ...q2)
    .when('assess', {}, at(ends.q3, 200))
    .then([assessed('2026-Q3', 273, 200), fellBehind('2026-Q3', 273, 200, 3)]);
  expect(stateAfter(Target, [set, q1, ...q2]).notices).toEqual([{ quarter: '2026-Q2', quartersInARow: 2 }]);
});

test('a quarter on pace between two behind breaks the row', () => {
  const caughtUp = [assessed('2026-Q1', 90, 89), assessed('2026-Q2', 181, 181)] as const;
  target(set, ...caughtUp)
    .when('assess', {}, at(ends.q3, 1))
    .then([assessed('2026-Q3', 273, 1)]);
});

test('a revised target is assessed by the version that holds when the quarter has ended', () => {
  target(set, revised)
    .when('assess', {}, at(ends.q1, 100))
    .then([assessed('2026-Q1', 180, 100, { version: 2 })]);
});

test('a share is due whole at any time, and of nothing there is no share to be behind with', () => {
  const share = targetSet({ ...set.data, metric: 'approval-rate', narrowing: {}, unit: 'basis-point', value: 3000 });
  target(share)
    .when('assess', {}, at(ends.q1, 2999))
    .then([assessed('2026-Q1', 3000, 2999)]);
  const { actual: _, ...unmeasured } = assessed('2026-Q1', 3000, 0, { behind: false }).data;
  target(share)
    .when('assess', {}, at(ends.q1))
    .then([{ type: 'target.assessed', data: unmeasured }]);
});

test('of what is not to be exceeded more is behind, and less is not', () => {
  const limit = targetSet({ ...set.data, metric: 'days-to-decision', narrowing: {}, unit: 'working-day', aim: 'at-most', value: 20 });
  target(limit)
    .when('assess', {}, at(ends.q1, 20))
    .then([assessed('2026-Q1', 20, 20)]);
  target(limit)
    .when('assess', {}, at(ends.q1, 21))
    .then([assessed('2026-Q1', 20, 21, { behind: true })]);
});

test('a value beyond what a number holds exactly is compared by its digits', () => {
  target(set)
    .when('assess', {}, at(ends.q1, '9007199254740993'))
    .then([{ type: 'target.assessed', data: { ...assessed('2026-Q1', 90, 90).data, actual: '9007199254740993' } }]);
});

test('the last quarter of the period ends it, and the clock has nothing left to do', () => {
  const state = stateAfter(Target, [set, ...ended]);
  expect(state.status).toBe('ended');
  expect(Target.due?.(state)).toBeUndefined();
});

test('a quarter that runs is not assessed, and people do not assess', () => {
  target(set)
    .when('assess', {}, at('2026-03-31T15:59:59.999Z', 90))
    .then(refusal('quarter-running', { details: { quarter: '2026-Q1' } }));
  target(set, ...ended)
    .when('assess', {}, at('2028-03-31T16:00:00.000Z', 90))
    .then(refusal('quarter-running'));
  target(set)
    .when('assess', {}, { ...byDirector, gathered: found(1) })
    .then(denied);
});

test('it is measured by the figure as its agency sees it, over the years of the period and the regions named', async () => {
  const asked: unknown[] = [];
  const answers = { figures: (...question: [never, string]) => (asked.push(question), found(7)) };
  const share = targetSet({
    ...set.data,
    metric: 'lead-region-share',
    narrowing: { within: ['NO-03', 'NO-30'] },
    firstYear: 2026,
    lastYear: 2026,
  });
  const look = lookupOver({ documents: [], answers });
  expect(await figureOf(look, {}, stateAfter(Target, [share]))).toMatchObject({ watermark });
  expect(await figureOf(look, {}, stateAfter(Target, [set]))).toMatchObject({ watermark });
  expect(asked).toEqual([
    [{ metric: 'lead-region-share', year: '2026', within: 'NO-03,NO-30' }, 'CN-331082/kjj'],
    [{ metric: 'projects', year: '2026..2027', region: 'CN-331082' }, 'CN-331082/kjj'],
  ]);
});

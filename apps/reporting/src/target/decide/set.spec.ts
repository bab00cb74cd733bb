import { targetSet } from '@xietong/contracts-reporting';
import { denied, director, given, invalidInput, officer, refusal, stateAfter } from '@xietong/testing';
import { agency, byDirector, ends, input, set } from '../example.fixture.ts';
import { Target } from '../target.ts';

const setting = (change: Partial<Record<keyof typeof input, unknown>> = {}, around: object = {}) =>
  given(Target, []).when('set', { ...input, ...change } as never, { ...byDirector, ...around });

test('a director sets what a figure of the agency is to come to, and the quarter that runs is assessed first', () => {
  setting().then([set]);
  const state = stateAfter(Target, [set]);
  expect(state).toMatchObject({ status: 'running', versions: [{ value: 730 }], nextQuarter: '2026-Q1', behindInARow: 0 });
  expect(Target.due?.(state)).toEqual({ at: ends.q1, command: 'assess' });
});

test('a period that is still to come is assessed from its first quarter on', () => {
  const later = targetSet({ ...set.data, firstYear: 2027 });
  setting({ firstYear: 2027 }).then([later]);
  expect(stateAfter(Target, [later]).nextQuarter).toBe('2027-Q1');
});

test('an amount is in the minor unit of the currency that is named', () => {
  const narrowing = { currency: 'CNY' };
  setting({ metric: 'granted-amount', narrowing }).then([
    targetSet({ ...set.data, metric: 'granted-amount', narrowing: { currency: 'CNY' }, unit: 'CNY fen' }),
  ]);
  setting({ metric: 'granted-amount', narrowing: {} }).then(refusal('currency-needed', { field: 'narrowing.currency' }));
});

test('the share of regions needs regions: 35 % of projects led from two named counties is 3,500 basis points', () => {
  const narrowing = { within: ['CN-331082', 'CN-331002'] } as const;
  const share = { metric: 'lead-region-share', narrowing, value: 3500 };
  setting(share).then([
    targetSet({ ...set.data, metric: 'lead-region-share', narrowing: { within: [...narrowing.within] }, value: 3500, unit: 'basis-point' }),
  ]);
  setting({ ...share, narrowing: {} }).then(refusal('regions-needed', { field: 'narrowing.within' }));
});

test('a figure that does not exist, or is not narrowed that way, is no measure', () => {
  setting({ metric: 'strength' }).then(refusal('metric-unknown', { field: 'metric', details: { metric: 'strength' } }));
  setting({ narrowing: { a: 'NO-03' } }).then(refusal('filter-unfit', { field: 'narrowing.a' }));
});

test('a period has its years in order and is not over', () => {
  setting({ lastYear: 2025, firstYear: 2025 }).then(
    refusal('period-over', { field: 'lastYear', details: { lastYear: 2025, today: '2026-02-10' } }),
  );
  setting({ firstYear: 2028 }).then(refusal('years-reversed', { field: 'lastYear' }));
});

test('only a director sets one, for his own agency', () => {
  setting({}, { actor: officer(agency) }).then(denied);
  setting({}, { actor: { ...director(agency), agency: undefined } }).then(refusal('agency-needed'));
  setting({ value: -1 }).then(invalidInput('value'));
});

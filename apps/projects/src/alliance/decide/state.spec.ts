import { allianceMemberJoined, alliancePeriodStated, allianceSharingRuleAgreed } from '@xietong/contracts-projects';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import {
  agreed,
  alliance,
  awaited,
  byPudong,
  disputed,
  dissolved,
  firm,
  founded,
  joined,
  linhai,
  ofThree,
  pudong,
  pudongLeft,
  ruled,
  stated,
  totals,
} from '../example.fixture.ts';

const stating = (history: Parameters<typeof alliance>, changes: object = {}, around: object = {}) =>
  alliance(...history).when('state', { period: '2026-Q1', totals, ...changes }, around);
const later = { now: '2026-07-01T01:00:00.000Z' };

test('what a quarter brought is divided by its rule among its members', () => {
  stating(ruled).then([stated]);
  expect(stateAfter(Alliance, awaited)).toMatchObject({ statements: [{ status: 'open', period: '2026-Q1', confirmedBy: [] }] });
});

test('what does not divide goes by the largest remainder, and among equal ones to the earlier member', () => {
  const parts = (tax: [number, number, number], output: [number, number, number]) =>
    [linhai, pudong, firm].map(({ id, region }, place) => ({ member: id, region, tax: tax[place] ?? 0, output: output[place] ?? 0 }));
  const of = (tax: number, output: number) => ({ tax, output, currency: 'CNY' as const });
  const statement = { period: '2026-Q1', no: 1, rule: 1 };
  // 3334, 3333 and 3333 of 10,000: of 2 that is 0.6668 and twice 0.6666, of 5 it is 1.667 and twice 1.6665.
  stating(ofThree, { totals: of(2, 5) }).then([
    alliancePeriodStated({ ...statement, totals: of(2, 5), parts: parts([1, 1, 0], [2, 2, 1]) }),
  ]);
  stating(ofThree, { totals: of(0, 4_000_000_000_000_000) }).then([
    alliancePeriodStated({
      ...statement,
      totals: of(0, 4_000_000_000_000_000),
      parts: parts([0, 0, 0], [1_333_600_000_000_000, 1_333_200_000_000_000, 1_333_200_000_000_000]),
    }),
  ]);
});

test('a quarter is stated when it is over, at the agency', () => {
  stating(ruled, {}, { now: '2026-03-31T15:59:59.999Z' }).then(
    refusal('period-running', { field: 'period', details: { lastDay: '2026-03-31' } }),
  );
  stating(ruled, {}, { now: '2026-03-31T16:00:00.000Z' }).then([stated]);
});

test('a quarter before the beginning or after the end is not stated, the last one of a dissolved alliance is', () => {
  stating(ruled, { period: '2025-Q4' }).then(refusal('period-outside-alliance', { field: 'period' }));
  stating([...ruled, pudongLeft, dissolved], { period: '2026-Q2' }, later).then(refusal('period-outside-alliance', { field: 'period' }));
  stating([...ruled, pudongLeft, dissolved], {}, later).then([stated]);
});

test('an alliance that begins within a quarter shares what that quarter brought', () => {
  const begun = { ...founded, data: { ...founded.data, beginsOn: '2026-02-15' as const } };
  stating([begun, agreed]).then([stated]);
});

test('a period has one statement, also while that is disputed', () => {
  stating(awaited).then(refusal('period-already-stated', { field: 'period' }));
  stating([...awaited, disputed]).then(refusal('period-already-stated', { field: 'period' }));
});

test('a period is stated by the rule of its first day, whatever was agreed since', () => {
  stating([founded]).then(refusal('sharing-rule-missing', { field: 'period' }));
  const swapped = agreed.data.shares.map((share, place) => ({ ...share, basisPoints: place === 0 ? 4000 : 6000 }));
  const next = allianceSharingRuleAgreed({ no: 2, from: '2026-04-01', shares: swapped });
  stating([...ruled, next]).then([stated]);
  expect(stateAfter(Alliance, [...awaited, next]).statements).toEqual(stateAfter(Alliance, awaited).statements);
  const early = allianceSharingRuleAgreed({ no: 2, from: '2026-01-01', shares: swapped });
  stating([...ruled, early, allianceSharingRuleAgreed({ ...agreed.data, no: 3 })]).then([
    alliancePeriodStated({ ...stated.data, rule: 3 }),
  ]);
});

test('a rule that was agreed by other members than those of the quarter does not serve it', () => {
  const fromTheFirst = allianceMemberJoined({ ...joined.data, on: '2026-01-01' });
  stating([...ruled, fromTheFirst]).then(
    refusal('sharing-rule-outdated', { field: 'period', details: { rule: 1, members: [linhai.id, pudong.id, firm.id] } }),
  );
  stating([...ruled, joined]).then([stated]);
  stating([...ruled, joined], { period: '2026-Q2' }, later).then(refusal('sharing-rule-outdated', { field: 'period' }));
  const leftEarly = { ...pudongLeft, data: { ...pudongLeft.data, member: firm.id, on: '2026-03-31' as const } };
  stating([...ofThree, leftEarly], { period: '2026-Q2' }, later).then(refusal('sharing-rule-outdated', { field: 'period' }));
});

test('amounts are whole minor units of a currency, and never a debt', () => {
  stating(ruled, { totals: { ...totals, tax: -1 } }).then(invalidInput('totals.tax'));
  stating(ruled, { totals: { ...totals, output: 0.5 } }).then(invalidInput('totals.output'));
  stating(ruled, { totals: { ...totals, output: 4_000_000_000_000_001 } }).then(invalidInput('totals.output'));
  stating(ruled, { period: '2026-Q5' }).then(invalidInput('period'));
});

test('only the founding agency states', () => {
  stating(ruled, {}, byPudong).then(denied);
});

import { allianceMemberJoined, allianceSharingRuleAgreed, allianceStatementCorrected } from '@xietong/contracts-projects';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import {
  agreed,
  alliance,
  awaited,
  byPudong,
  confirmedBy,
  corrected,
  disputed,
  final,
  founded,
  joined,
  linhai,
  pudong,
  ruled,
  stated,
  statement,
  totals,
} from '../example.fixture.ts';

const { reason } = corrected.data;
const correct = (history: Parameters<typeof alliance>, changes: object = {}, around: object = {}) =>
  alliance(...history).when('correct', { period: '2026-Q1', totals, reason, ...changes }, around);
const doubted = [...awaited, confirmedBy(linhai.id), disputed];

test('a disputed statement is stated again: nobody has confirmed the new one, and the old one stays', () => {
  correct(doubted).then([corrected]);
  expect(stateAfter(Alliance, [...doubted, corrected]).statements).toMatchObject([
    { status: 'corrected', ...statement, confirmedBy: [linhai.id], disputes: [{ member: pudong.id }] },
    { status: 'open', ...statement, no: 2, correction: reason, confirmedBy: [] },
  ]);
});

test('a correction is divided by the rule of the period as it is agreed by then', () => {
  const shares = agreed.data.shares.map((share) => ({ ...share, basisPoints: 5000 }));
  const again = allianceSharingRuleAgreed({ ...agreed.data, no: 2, shares });
  const parts = [
    { member: linhai.id, region: linhai.region, tax: 50_000_01, output: 1_000_000_00 },
    { member: pudong.id, region: pudong.region, tax: 50_000_00, output: 1_000_000_00 },
  ];
  correct([...doubted, again]).then([allianceStatementCorrected({ ...corrected.data, rule: 2, parts })]);
});

test('where the members of the period were corrected, the rule has to follow first', () => {
  const fromTheFirst = allianceMemberJoined({ ...joined.data, on: '2026-01-01' });
  correct([...doubted, fromTheFirst]).then(refusal('sharing-rule-outdated', { field: 'period' }));
});

test('a history that lost its rule is not corrected', () => {
  correct([founded, stated, disputed]).then(refusal('sharing-rule-missing', { field: 'period' }));
});

test('what nobody disputes is not corrected, be it open or final, and what was never stated neither', () => {
  correct(awaited).then(refusal('not-disputed', { field: 'period', details: { status: 'open' } }));
  correct(final).then(refusal('not-disputed', { field: 'period', details: { status: 'final' } }));
  correct([...doubted, corrected]).then(refusal('not-disputed', { field: 'period' }));
  correct(ruled).then(refusal('statement-unknown', { field: 'period' }));
});

test('a correction says what it puts right, and only the founding agency makes it', () => {
  correct(doubted, { reason: '' }).then(invalidInput('reason'));
  correct(doubted, {}, byPudong).then(denied);
});

import { allianceMemberLeft, allianceSharingRuleAgreed } from '@xietong/contracts-projects';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import {
  agreed,
  alliance,
  awaited,
  byLinhai,
  disputed,
  dissolved,
  firm,
  founded,
  sixToFour,
  joined,
  pudongLeft,
  ruled,
  thirds,
} from '../example.fixture.ts';

const agree = (history: Parameters<typeof alliance>, changes: object = {}, around: object = {}) =>
  alliance(...history).when('agreeSharingRule', { from: '2026-01-01', shares: sixToFour, ...changes } as never, around);
const [first, second] = sixToFour;

test('members agree on shares from a quarter on; they are kept in the order of the members', () => {
  agree([founded]).then([agreed]);
  agree([founded], { shares: [second, first] }).then([agreed]);
  expect(stateAfter(Alliance, ruled)).toMatchObject({ rulesAgreed: [{ no: 1, from: '2026-01-01' }] });
});

test('the shares make 10,000 basis points together', () => {
  const of = (basisPoints: number) => ({ shares: [first, { ...second, basisPoints }] });
  agree([founded], of(3999)).then(refusal('sharing-not-whole', { field: 'shares', details: { sum: 9999 } }));
  agree([founded], of(4001)).then(refusal('sharing-not-whole', { field: 'shares', details: { sum: 10_001 } }));
  agree([founded], of(-1)).then(invalidInput('shares.1.basisPoints'));
});

test('every member of that quarter has one share, though it be nothing, and nobody else has any', () => {
  agree([founded], { shares: [{ ...first, basisPoints: 10_000 }] }).then(
    refusal('share-missing', { field: 'shares', details: { members: [second.member] } }),
  );
  const shares = [
    { ...first, basisPoints: 10_000 },
    { ...second, basisPoints: 0 },
  ];
  agree([founded], { shares }).then([allianceSharingRuleAgreed({ ...agreed.data, shares })]);
  agree([founded], { shares: [first, second, first] }).then(refusal('member-repeated', { field: 'shares.2.member' }));
  agree([founded], { shares: [first, { ...second, member: firm.id }] }).then(refusal('member-unknown', { field: 'shares.1.member' }));
});

test('who joins within a quarter has a share from the next one on, and who leaves has one until its end', () => {
  agree([founded, joined], { shares: thirds }).then(refusal('member-unknown', { field: 'shares.2.member' }));
  const next = allianceSharingRuleAgreed({ no: 1, from: '2026-04-01', shares: thirds });
  agree([founded, joined], { from: '2026-04-01', shares: thirds }).then([next]);
  const gone = allianceMemberLeft({ member: firm.id, on: '2026-04-01', reason: 'The contract ended' });
  agree([founded, joined, gone], { from: '2026-04-01', shares: thirds }).then([next]);
  agree([founded, joined, gone], { from: '2026-07-01', shares: thirds }).then(refusal('member-unknown', { field: 'shares.2.member' }));
});

test('a rule begins with a quarter in which the alliance has members', () => {
  agree([founded], { from: '2026-01-02' }).then(refusal('not-quarter-start', { field: 'from', details: { firstDay: '2026-01-01' } }));
  agree([founded], { from: '2025-10-01' }).then(refusal('period-outside-alliance', { field: 'from', details: { period: '2025-Q4' } }));
  agree([founded, pudongLeft, dissolved], { from: '2026-04-01' }).then(refusal('period-outside-alliance', { field: 'from' }));
  agree([founded, pudongLeft, dissolved]).then([agreed]);
});

test('a rule does not reach into a period that is stated, unless its statement is disputed', () => {
  const again = allianceSharingRuleAgreed({ ...agreed.data, no: 2 });
  agree(awaited).then(refusal('period-already-stated', { field: 'from', details: { period: '2026-Q1' } }));
  agree([...awaited, disputed]).then([again]);
  agree(awaited, { from: '2026-04-01' }).then([allianceSharingRuleAgreed({ ...agreed.data, no: 2, from: '2026-04-01' })]);
});

test('a period that was left out gets its rule, though a later one is stated by another', () => {
  const begun = { ...founded, data: { ...founded.data, beginsOn: '2025-10-01' as const } };
  agree([begun, ...awaited.slice(1)], { from: '2025-10-01' }).then([
    allianceSharingRuleAgreed({ ...agreed.data, no: 2, from: '2025-10-01' }),
  ]);
});

test('only the founding agency enters a rule', () => {
  agree([founded], {}, byLinhai).then(denied);
});

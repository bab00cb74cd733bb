import { allianceStatementDisputed } from '@xietong/contracts-projects';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import {
  alliance,
  awaited,
  byLinhai,
  byOfficer,
  byPudong,
  confirmedBy,
  disputed,
  final,
  firm,
  linhai,
  pudong,
  ruled,
} from '../example.fixture.ts';

const { period, field, reason } = disputed.data;
const dispute = (history: Parameters<typeof alliance>, changes: object = {}, around: object = byPudong) =>
  alliance(...history).when('dispute', { period, member: pudong.id, field, reason, ...changes }, around);

test('a member disputes a field of a statement, for a reason, also after it has confirmed', () => {
  dispute(awaited).then([disputed]);
  dispute([...awaited, confirmedBy(pudong.id)]).then([disputed]);
  expect(stateAfter(Alliance, [...awaited, disputed])).toMatchObject({
    statements: [{ status: 'disputed', disputes: [{ member: pudong.id, field: 'tax', reason }] }],
  });
});

test('others, and other fields, are disputed beside it, the same by one member once', () => {
  const history = [...awaited, disputed];
  dispute(history).then(refusal('already-disputed', { field: 'field', details: { field: 'tax' } }));
  dispute(history, { field: 'shares' }).then([allianceStatementDisputed({ ...disputed.data, field: 'shares' })]);
  const another = allianceStatementDisputed({ ...disputed.data, member: linhai.id });
  dispute(history, { member: linhai.id }, byLinhai).then([another]);
  expect(stateAfter(Alliance, [...history, another])).toMatchObject({
    statements: [{ disputes: [{ member: pudong.id }, { member: linhai.id }] }],
  });
});

test('only a member of the statement disputes it, by who acts for it', () => {
  dispute(awaited, { member: linhai.id }).then(refusal('not-for-this-member', { field: 'member' }));
  dispute(awaited, { member: firm.id }).then(refusal('member-unknown', { field: 'member' }));
  dispute(awaited, {}, byOfficer).then(denied);
});

test('what is final is not disputed, and what was never stated neither', () => {
  dispute(final).then(refusal('statement-final', { field: 'period' }));
  dispute(ruled).then(refusal('statement-unknown', { field: 'period' }));
});

test('a dispute names a field and has a reason', () => {
  dispute(awaited, { field: 'title' }).then(invalidInput('field'));
  dispute(awaited, { reason: ' ' }).then(invalidInput('reason'));
});

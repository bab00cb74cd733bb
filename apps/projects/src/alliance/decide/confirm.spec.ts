import {
  allianceMemberLeft,
  alliancePeriodStated,
  allianceStatementConfirmed,
  allianceStatementFinalised,
} from '@xietong/contracts-projects';
import { denied, invalidInput, person, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import {
  alliance,
  awaited,
  byFirm,
  byLinhai,
  byOfficer,
  byPudong,
  confirmedBy,
  corrected,
  disputed,
  dissolved,
  final,
  finalised,
  firm,
  joined,
  linhai,
  ofThree,
  pudong,
  pudongLeft,
  statement,
} from '../example.fixture.ts';

const confirm = (history: Parameters<typeof alliance>, member: string, around: object) =>
  alliance(...history).when('confirm', { period: '2026-Q1', member } as never, around);

test('each member confirms for itself: an officer for an agency, an applicant for an organisation', () => {
  confirm(awaited, linhai.id, byLinhai).then([confirmedBy(linhai.id)]);
  const parts = [linhai, pudong, firm].map(({ id, region }) => ({ member: id, region, tax: 0, output: 0 }));
  const statedToThree = alliancePeriodStated({ ...statement, totals: { tax: 0, output: 0, currency: 'CNY' }, parts });
  confirm([...ofThree, statedToThree], firm.id, byFirm).then([confirmedBy(firm.id)]);
});

test('with the last confirmation, and not before, the statement is final', () => {
  confirm([...awaited, confirmedBy(linhai.id)], pudong.id, byPudong).then([confirmedBy(pudong.id), finalised]);
  confirm([...awaited, confirmedBy(pudong.id)], linhai.id, byLinhai).then([confirmedBy(linhai.id), finalised]);
  expect(stateAfter(Alliance, final)).toMatchObject({ statements: [{ status: 'final', ...statement }] });
});

test('nobody confirms for a member that it does not act for, the founding agency neither', () => {
  confirm(awaited, linhai.id, byPudong).then(refusal('not-for-this-member', { field: 'member' }));
  confirm(awaited, linhai.id, byOfficer).then(denied);
  confirm(awaited, linhai.id, { actor: person('director', { agency: 'CN-331082/kjj' }) }).then(denied);
  confirm(awaited, linhai.id, { actor: person('applicant', { agency: 'CN-331082/kjj' }) }).then(denied);
  confirm(awaited, pudong.id, byFirm).then(denied);
});

test('who is of the same organisation, but there as another role, does not act for it', () => {
  const actor = { ...person('officer', { agency: 'CN-310115/kjw' }), org: firm.id };
  const parts = [linhai, pudong, firm].map(({ id, region }) => ({ member: id, region, tax: 0, output: 0 }));
  const statedToThree = alliancePeriodStated({ ...statement, totals: { tax: 0, output: 0, currency: 'CNY' }, parts });
  confirm([...ofThree, statedToThree], firm.id, { actor }).then(refusal('not-for-this-member', { field: 'member' }));
});

test('a member that had no part in the period has nothing to confirm, one that has left since has', () => {
  confirm([...awaited, joined], firm.id, byFirm).then(refusal('member-unknown', { field: 'member', details: { period: '2026-Q1' } }));
  confirm([...awaited, pudongLeft, dissolved], pudong.id, byPudong).then([confirmedBy(pudong.id)]);
});

test('a member confirms once', () => {
  confirm([...awaited, confirmedBy(linhai.id)], linhai.id, byLinhai).then(refusal('already-confirmed', { field: 'member' }));
});

test('a disputed statement is not confirmed; its correction is, by every member anew', () => {
  const doubted = [...awaited, confirmedBy(linhai.id), disputed];
  confirm(doubted, linhai.id, byLinhai).then(refusal('statement-disputed', { field: 'period' }));
  confirm(doubted, pudong.id, byPudong).then(refusal('statement-disputed', { field: 'period' }));
  confirm([...doubted, corrected], pudong.id, byPudong).then([confirmedBy(pudong.id, 2)]);
  confirm([...doubted, corrected, confirmedBy(pudong.id, 2)], linhai.id, byLinhai).then([
    allianceStatementConfirmed({ period: '2026-Q1', no: 2, member: linhai.id }),
    allianceStatementFinalised({ ...statement, no: 2 }),
  ]);
});

test('what is final is not confirmed any more, and what was never stated neither', () => {
  confirm(final, linhai.id, byLinhai).then(refusal('statement-final', { field: 'period' }));
  confirm(ofThree, linhai.id, byLinhai).then(refusal('statement-unknown', { field: 'period' }));
  confirm(awaited, 'Linhai', byLinhai).then(invalidInput('member'));
});

test('who left reads on until all that it shares in is final', () => {
  const gone = allianceMemberLeft({ member: pudong.id, on: '2026-03-31', reason: 'Reorganised' });
  const readers = (history: Parameters<typeof alliance>) => Alliance.audience(stateAfter(Alliance, history));
  const word = 'agency:CN-310115/kjw';
  expect(readers([...awaited, joined, gone])).toContain(word);
  expect(readers([...final, joined, gone])).not.toContain(word);
});

import { allianceMemberJoined, type Member } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import { alliance, awaited, byLinhai, disputed, dissolved, firm, founded, joined, left, linhai, pudongLeft } from '../example.fixture.ts';

const join = (history: Parameters<typeof alliance>, on: string, member: Member = firm, around: object = {}) =>
  alliance(...history).when('join', { member, on } as never, around);

test('a member joins from a day on', () => {
  join([founded], '2026-02-10').then([joined]);
  expect(stateAfter(Alliance, [founded, joined]).members.at(-1)).toEqual({ ...firm, joinedOn: '2026-02-10' });
});

test('the day has come, and is not before the alliance begins', () => {
  join([founded], '2026-04-01').then([allianceMemberJoined({ member: firm, on: '2026-04-01' })]);
  join([founded], '2026-04-02').then(refusal('day-in-the-future', { field: 'on', details: { today: '2026-04-01' } }));
  join([founded], '2025-12-31').then(refusal('before-it-began', { field: 'on' }));
});

test('a member is the same as at the founding: known region, sound identifier, agency of its own region', () => {
  join([founded], '2026-02-10', { ...firm, region: 'CN-999999' }).then(refusal('region-unknown', { field: 'member.region' }));
  join([founded], '2026-02-10', { ...firm, id: 'CN-USCI:91350203M0001QAY9B' }).then(refusal('identifier-unsound', { field: 'member.id' }));
  join([founded], '2026-02-10', { ...firm, id: 'NO-03/rcn' }).then(refusal('region-not-of-agency', { field: 'member.region' }));
});

test('who is a member does not join again, until the day after it left', () => {
  join([founded], '2026-02-10', linhai).then(refusal('already-a-member', { field: 'member.id' }));
  join([founded, joined, left], '2026-03-31').then(refusal('already-a-member', { field: 'member.id' }));
  join([founded, joined, left], '2026-04-01').then([allianceMemberJoined({ member: firm, on: '2026-04-01' })]);
});

test('there are fifty members at most at any time', () => {
  const numbered = (no: number) =>
    allianceMemberJoined({ member: { ...firm, id: `DE-FOREIGN:HRB ${no}`, region: 'DE-BY' }, on: '2026-01-02' });
  const many = Array.from({ length: 48 }, (_, no) => numbered(no));
  join([founded, ...many.slice(1)], '2026-01-02').then([allianceMemberJoined({ member: firm, on: '2026-01-02' })]);
  join([founded, ...many], '2026-01-02').then(refusal('members-full', { details: { membersMax: 50 } }));
});

test('nobody joins in a period that is stated, unless its statement is disputed', () => {
  join(awaited, '2026-01-01').then(refusal('period-already-stated', { field: 'on', details: { period: '2026-Q1' } }));
  join(awaited, '2026-01-02').then([allianceMemberJoined({ member: firm, on: '2026-01-02' })]);
  join([...awaited, disputed], '2026-01-01').then([allianceMemberJoined({ member: firm, on: '2026-01-01' })]);
});

test('nobody joins what is dissolved, and only the founding agency enters members', () => {
  join([founded, pudongLeft, dissolved], '2026-03-01').then(refusal('alliance-dissolved'));
  join([founded], '2026-02-10', firm, byLinhai).then(denied);
});

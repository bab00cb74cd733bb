import { allianceDissolved, allianceMemberJoined, allianceMemberLeft } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import { alliance, awaited, byPudong, disputed, dissolved, founded, joined, left, linhai, pudong, pudongLeft } from '../example.fixture.ts';

const leave = (history: Parameters<typeof alliance>, data: object, around: object = {}) =>
  alliance(...history).when('leave', { ...left.data, ...data }, around);

test('a member leaves, for a reason, at the end of a day', () => {
  leave([founded, joined], {}).then([left]);
  expect(stateAfter(Alliance, [founded, joined, left]).members.at(-1)).toMatchObject({ leftOn: '2026-03-31' });
});

test('with fewer than two members left the alliance is dissolved on the same day', () => {
  leave([founded], pudongLeft.data).then([pudongLeft, dissolved]);
  expect(stateAfter(Alliance, [founded, pudongLeft, dissolved])).toMatchObject({
    status: 'dissolved',
    dissolution: { on: '2026-03-31' },
    members: [{ leftOn: '2026-03-31' }, { leftOn: '2026-03-31' }],
  });
});

test('who has left stays so as of its day, when it leaves again after joining again and when the alliance is dissolved', () => {
  const again = allianceMemberJoined({ ...joined.data, on: '2026-04-01' });
  const twice = allianceMemberLeft({ ...left.data, on: '2026-04-01' });
  const times = (history: Parameters<typeof alliance>) => stateAfter(Alliance, history).members.map(({ leftOn }) => leftOn);
  expect(times([founded, joined, left, again, twice])).toEqual([undefined, undefined, '2026-03-31', '2026-04-01']);
  const early = allianceMemberLeft({ ...left.data, on: '2026-03-01' });
  expect(times([founded, joined, early, pudongLeft, dissolved])).toEqual(['2026-03-31', '2026-03-31', '2026-03-01']);
});

test('where one left on a later day, though that was recorded earlier, the alliance lasted until then', () => {
  const earlier = allianceMemberLeft({ ...pudongLeft.data, on: '2026-03-10' });
  leave([founded, joined, left], earlier.data).then([earlier, allianceDissolved({ on: '2026-03-31' })]);
});

test('only a member leaves, once, and on a day on which it was one', () => {
  leave([founded], {}).then(refusal('member-unknown', { field: 'member' }));
  leave([founded, joined, left], {}).then(refusal('member-unknown', { field: 'member' }));
  leave([founded, joined], { on: '2026-02-09' }).then(refusal('before-it-began', { field: 'on', details: { beginsOn: '2026-02-10' } }));
  leave([founded, joined], { on: '2026-04-02' }).then(refusal('day-in-the-future', { field: 'on' }));
});

test('nobody leaves before a period that is stated, unless its statement is disputed', () => {
  const begun = { ...founded, data: { ...founded.data, beginsOn: '2025-12-01' as const } };
  const history = [begun, ...awaited.slice(1)];
  const before = allianceMemberLeft({ ...pudongLeft.data, on: '2025-12-31' });
  leave(history, before.data).then(refusal('period-already-stated', { field: 'on', details: { period: '2026-Q1' } }));
  leave([...history, disputed], before.data).then([before, allianceDissolved({ on: '2025-12-31' })]);
  leave(history, { ...pudongLeft.data, on: '2026-01-01' }).then([
    allianceMemberLeft({ ...pudongLeft.data, on: '2026-01-01' }),
    allianceDissolved({ on: '2026-01-01' }),
  ]);
});

test('nobody leaves what is dissolved, and only the founding agency enters it', () => {
  leave([founded, pudongLeft, dissolved], { member: linhai.id }).then(refusal('alliance-dissolved'));
  leave([founded], { member: pudong.id }, byPudong).then(denied);
});

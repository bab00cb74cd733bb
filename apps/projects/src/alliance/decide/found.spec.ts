import { denied, given, invalidInput, person, refusal, stateAfter } from '@xietong/testing';
import { Alliance } from '../alliance.ts';
import { agency, alliance, byFirm, byOfficer, firm, foundation, founded, linhai, pudong } from '../example.fixture.ts';

const found = (changes: object = {}, around: object = {}) => alliance().when('found', { ...foundation, ...changes }, around);

test('an officer enters what members agreed, and all of them are members from its first day on', () => {
  found().then([founded]);
  expect(stateAfter(Alliance, [founded])).toMatchObject({
    status: 'active',
    rules: '2025',
    members: [
      { ...linhai, joinedOn: '2026-01-01' },
      { ...pudong, joinedOn: '2026-01-01' },
    ],
  });
  expect(Alliance.commands.found.id?.({ ...foundation, members: [] }, byOfficer.actor)).toBe('CN-3310.kjj.2026-01');
});

test('an alliance takes two members, each named once', () => {
  found({ members: [linhai] }).then(refusal('too-few-members', { field: 'members', details: { allianceMembersMin: 2 } }));
  found({ members: [linhai, pudong, linhai] }).then(refusal('member-repeated', { field: 'members.2.id' }));
  found({ members: [] }).then(invalidInput('members'));
});

test('an agency stands for its own region', () => {
  found({ members: [linhai, { ...pudong, region: 'CN-310104' }] }).then(
    refusal('region-not-of-agency', { field: 'members.1.region', details: { region: 'CN-310115' } }),
  );
});

test("a member's region exists, and its identifier is sound or accepted for a reason", () => {
  const unsound = { ...firm, id: 'CN-USCI:91350203M0001QAY9B' };
  found({ members: [linhai, { ...firm, region: 'CN-999999' }] }).then(refusal('region-unknown', { field: 'members.1.region' }));
  found({ members: [linhai, unsound] }).then(refusal('identifier-unsound', { field: 'members.1.id' }));
  const members = [linhai, { ...unsound, override: { reason: 'checked against the licence on file' } }];
  found({ members }).then([{ ...founded, data: { ...founded.data, members } } as typeof founded]);
  const norwegian = [linhai, { ...firm, id: 'NO-ORGNR:919303809' }];
  found({ members: norwegian }).then([{ ...founded, data: { ...founded.data, members: norwegian } } as typeof founded]);
});

test('whoever acts for no agency, or is no officer, founds nothing', () => {
  found({}, { actor: person('officer') }).then(refusal('no-agency'));
  found({}, byFirm).then(denied);
  given(Alliance, [])
    .when('found', foundation, { actor: person('director', { agency }) })
    .then(denied);
});

test('a mistyped field and a member that is neither organisation nor agency are refused', () => {
  found({ titel: 'x' }).then(invalidInput(''));
  found({ members: [linhai, { ...pudong, id: 'Pudong' }] }).then(invalidInput('members.1.id'));
});

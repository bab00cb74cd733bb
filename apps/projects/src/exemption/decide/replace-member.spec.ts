import { exemptionMemberReplaced } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import {
  applied,
  appointed,
  byDirector,
  byOfficer,
  decided,
  declared,
  exemption,
  first,
  fourth,
  leadId,
  member,
  onTheTable,
  replaced,
  second,
  suspended,
  third,
  toProject,
  voteOf,
} from '../example.fixture.ts';
import { Exemption } from '../exemption.ts';

const withVote = { ...byDirector, gathered: { ...toProject(...suspended), vote: voteOf(third, false) } };
const noVote = { ...byDirector, gathered: { ...toProject(...suspended), vote: undefined } };
const replace = (changes: object = {}, around: object = noVote) =>
  exemption(...onTheTable, declared).when('replaceMember', { ...replaced.data, ...changes }, around);

test('a director replaces a member who declared a conflict, also after he voted', () => {
  replace().then([replaced]);
  replace({}, withVote).then([replaced]);
  replace({}, byOfficer).then(denied);
  expect(stateAfter(Exemption, [...onTheTable, declared, replaced])).toMatchObject({
    committee: { members: [{ expert: first }, { expert: second }, { expert: fourth }], conflicts: [{ expert: third }] },
  });
});

test('a member without a conflict is replaced before he votes, and not for how he voted', () => {
  exemption(...onTheTable)
    .when('replaceMember', replaced.data, noVote)
    .then([replaced]);
  exemption(...onTheTable)
    .when('replaceMember', replaced.data, withVote)
    .then(refusal('member-voted', { field: 'expert' }));
});

test('who takes the place is on the committee only once, and in no conflict', () => {
  replace({ member: member(second) }).then(refusal('member-repeated', { field: 'member.expert' }));
  replace({ member: member(fourth, [{ organisation: leadId }]) }).then(
    refusal('member-in-conflict', { field: 'member.affiliations.0.organisation', details: { organisation: leadId } }),
  );
});

test('who declared a conflict does not come back', () => {
  exemption(...onTheTable, declared, replaced)
    .when('replaceMember', { expert: second, reason: '出差', member: member(third) }, noVote)
    .then(refusal('member-in-conflict', { field: 'member.expert' }));
});

test('only a present member of a committee at work is replaced', () => {
  replace({ expert: fourth, member: member('fifth'.padEnd(22, '-')) }).then(refusal('member-unknown', { field: 'expert' }));
  exemption(applied)
    .when('replaceMember', replaced.data, noVote)
    .then(refusal('no-committee-at-work', { details: { status: 'applied' } }));
  exemption(...onTheTable, decided)
    .when('replaceMember', replaced.data, noVote)
    .then(refusal('no-committee-at-work', { details: { status: 'granted' } }));
  replace({}, { ...byDirector, gathered: { project: undefined } }).then(refusal('project-unknown'));
  exemption(applied, appointed)
    .when('replaceMember', replaced.data, noVote)
    .then([exemptionMemberReplaced(replaced.data)]);
});

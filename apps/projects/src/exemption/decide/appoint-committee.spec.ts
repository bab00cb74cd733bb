import { type CommitteeMember, exemptionCommitteeAppointed, projectParticipantsAmended } from '@xietong/contracts-projects';
import { denied, invalidInput, refusal } from '@xietong/testing';
import { lead, registration } from '../../project/example.fixture.ts';
import {
  applicantId,
  applied,
  appointed,
  byDirector,
  byOfficer,
  exemption,
  first,
  leadId,
  member,
  members,
  second,
  suspended,
  third,
  toProject,
} from '../example.fixture.ts';

const appoint = (given: readonly CommitteeMember[], around: object = byDirector) =>
  exemption(applied).when('appointCommittee', { members: [...given] }, around);

test('a director appoints a committee of three or more, once', () => {
  appoint(members).then([appointed]);
  appoint(members, byOfficer).then(denied);
  appoint(members.slice(1)).then(refusal('committee-too-small', { field: 'members', details: { committeeMembersMin: 3 } }));
  exemption(applied, appointed)
    .when('appointCommittee', { members })
    .then(refusal('committee-appointed', { details: { status: 'appointed' } }));
});

test('nobody is a member twice', () => {
  appoint([member(first), member(second), member(first)]).then(refusal('member-repeated', { field: 'members.2.expert' }));
});

test.each([leadId, applicantId])('nobody is a member who belongs to a participant such as %s', (organisation) => {
  appoint([member(first), member(second), member(third, [{ organisation: 'NO-ORGNR:971035854' }, { organisation }])]).then(
    refusal('member-in-conflict', { field: 'members.2.affiliations.1.organisation', details: { organisation } }),
  );
});

test('who left a participant three years ago may be a member, who left it later may not', () => {
  const left = (until: string) => [member(first, [{ organisation: leadId, until: until as '2024-03-09' }]), member(second), member(third)];
  appoint(left('2024-03-10')).then(refusal('member-in-conflict', { field: 'members.0.affiliations.0.organisation' }));
  appoint(left('2024-03-09')).then([exemptionCommitteeAppointed({ members: left('2024-03-09') })]);
});

test('both who took part when it was applied for and who takes part now count as participants', () => {
  const amended = projectParticipantsAmended({
    participants: [{ ...lead, organisation: { ...lead.organisation, id: 'NO-ORGNR:974760673' } }],
    signedOn: registration.signedOn,
    reason: '更替',
  });
  const around = { ...byDirector, gathered: toProject(...suspended, amended) };
  for (const organisation of [leadId, 'NO-ORGNR:974760673'] as const) {
    appoint([member(first, [{ organisation }]), member(second), member(third)], around).then(
      refusal('member-in-conflict', {
        field: 'members.0.affiliations.0.organisation',
        details: { organisation },
      }),
    );
  }
});

test('a member is named by a pseudonym', () => {
  appoint([member('张三'), member(second), member(third)]).then(invalidInput('members.0.expert'));
});

test('without its project no conflict can be found, so nobody is appointed', () => {
  appoint(members, { ...byDirector, gathered: { project: undefined } }).then(refusal('project-unknown'));
});

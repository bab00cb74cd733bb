import { exemptionCommitteeAppointed, exemptionDecided, projectParticipantsAmended } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { lead, partner, registration } from '../../project/example.fixture.ts';
import {
  applied,
  appointed,
  byDirector,
  byOfficer,
  decided,
  decision,
  declared,
  exemption,
  first,
  fourth,
  gathered,
  investigated,
  members,
  member,
  onTheTable,
  replaced,
  second,
  suspended,
  third,
  toProject,
  twoToOne,
  voteOf,
  votesIn,
} from '../example.fixture.ts';
import { Exemption } from '../exemption.ts';

const withVotes = (...votes: (typeof twoToOne)[number][]) => ({ ...byDirector, gathered: { ...gathered, votes } });
const against = [voteOf(first, false), voteOf(second, true), voteOf(third, false)];

test('a director decides as the majority voted, in writing, and only then the case shows the votes', () => {
  exemption(...onTheTable)
    .when('decide', decision)
    .then([decided]);
  exemption(...onTheTable)
    .when('decide', { ...decision, granted: false }, withVotes(...against))
    .then([exemptionDecided({ ...decision, granted: false, votes: votesIn(against) })]);
  exemption(...onTheTable)
    .when('decide', decision, byOfficer)
    .then(denied);
  expect(JSON.stringify(stateAfter(Exemption, onTheTable))).not.toContain('inFavour');
  expect(stateAfter(Exemption, [...onTheTable, decided])).toMatchObject({
    status: 'granted',
    decision: { effect: decision.effect, votes: votesIn(twoToOne) },
  });
});

test('a decision against the majority is refused', () => {
  exemption(...onTheTable)
    .when('decide', { ...decision, granted: false })
    .then(refusal('against-majority', { field: 'granted', details: { inFavour: 2, against: 1 } }));
  exemption(...onTheTable)
    .when('decide', decision, withVotes(...against))
    .then(refusal('against-majority', { field: 'granted', details: { inFavour: 1, against: 2 } }));
});

test('a tie is no majority: it denies', () => {
  const four = [applied, exemptionCommitteeAppointed({ members: [...members, member(fourth)] }), investigated];
  const tie = withVotes(...against, voteOf(fourth, true));
  exemption(...four)
    .when('decide', decision, tie)
    .then(refusal('against-majority', { details: { inFavour: 2, against: 2 }, field: 'granted' }));
  exemption(...four)
    .when('decide', { ...decision, granted: false }, tie)
    .then([exemptionDecided({ ...decision, granted: false, votes: votesIn([...against, voteOf(fourth, true)]) })]);
});

test('before all have voted nothing is decided, whatever the majority', () => {
  exemption(...onTheTable)
    .when('decide', decision, withVotes(...twoToOne.slice(0, 2)))
    .then(refusal('votes-missing', { details: { experts: [third] } }));
});

test('with a member in conflict nothing is decided; when he is replaced, his vote does not count and his successor has to vote', () => {
  exemption(...onTheTable, declared)
    .when('decide', decision)
    .then(refusal('conflict-on-committee', { details: { experts: [third] } }));
  exemption(...onTheTable, declared, replaced)
    .when('decide', decision)
    .then(refusal('votes-missing', { details: { experts: [fourth] } }));
  const cast = [voteOf(first, true), voteOf(second, false), voteOf(third, true), voteOf(fourth, false)];
  exemption(...onTheTable, declared, replaced)
    .when('decide', { ...decision, granted: false }, withVotes(...cast))
    .then([exemptionDecided({ ...decision, granted: false, votes: votesIn(cast.filter(({ voter }) => voter !== third)) })]);
});

test('a member whose organisation has joined the project since is in conflict', () => {
  const joined = { ...partner, no: 4, organisation: { id: 'NO-ORGNR:971035854', name: 'NORCE' } } as const;
  const amended = projectParticipantsAmended({ participants: [lead, joined], signedOn: registration.signedOn, reason: '加入' });
  exemption(...onTheTable)
    .when('decide', decision, { ...byDirector, gathered: { ...gathered, ...toProject(...suspended, amended) } })
    .then(refusal('conflict-on-committee', { details: { experts: [first] } }));
});

test('a case is decided after the findings, once', () => {
  exemption(applied, appointed)
    .when('decide', decision)
    .then(refusal('not-up-for-decision', { details: { status: 'appointed' } }));
  exemption(...onTheTable, decided)
    .when('decide', decision)
    .then(refusal('not-up-for-decision', { details: { status: 'granted' } }));
  exemption(...onTheTable)
    .when('decide', decision, { ...byDirector, gathered: { ...gathered, project: undefined } })
    .then(refusal('project-unknown'));
});

import { projectParticipantsAmended, projectRegistered, riskAssessed, riskRaised } from '@xietong/contracts-projects';
import { officer, refusal, stateAfter } from '@xietong/testing';
import { registration } from '../../project/example.fixture.ts';
import { lead } from '../../project/example.fixture.ts';
import {
  answered,
  assessed,
  byOfficer,
  closed,
  leadId,
  lowered,
  overdue,
  owner,
  raised,
  registered,
  risk,
  toNoProject,
  toProject,
} from '../example.fixture.ts';
import { Risk } from '../risk.ts';

const high = { level: 'high', owner } as const;

test.each([
  ['high', '2026-03-12T16:00:00.000Z'],
  ['medium', '2026-03-17T16:00:00.000Z'],
  ['low', '2026-03-24T16:00:00.000Z'],
] as const)('a %s risk is to be answered by %s, some working days after it was assessed', (level, answerBy) => {
  const event = riskAssessed({ ...assessed.data, level, answerBy });
  risk(raised).when('assess', { level, owner }).then([event]);
  expect(Risk.due?.(stateAfter(Risk, [raised, event]))).toEqual({ at: answerBy, command: 'noteOverdue' });
});

test('holidays of the registrar do not count', () => {
  risk(raised)
    .when('assess', high, { ...byOfficer, now: '2026-04-30T08:00:00.000Z' })
    .then([riskAssessed({ ...assessed.data, countedFrom: '2026-04-30', answerBy: '2026-05-07T16:00:00.000Z' })]);
});

test('days that are not announced yet make the time provisional', () => {
  const newYear = { countedFrom: '2027-12-31', answerBy: '2028-01-04T16:00:00.000Z', provisional: true } as const;
  risk(raised)
    .when('assess', high, { ...byOfficer, now: '2027-12-31T08:00:00.000Z' })
    .then([riskAssessed({ ...assessed.data, ...newYear })]);
});

test('a registrar elsewhere counts by its own days', () => {
  const abroad = riskRaised({ ...raised.data, registrar: 'NO-03/rcn' });
  risk(abroad)
    .when('assess', high, {
      actor: officer('NO-03/rcn'),
      now: '2026-04-30T08:00:00.000Z',
      ...toProject(projectRegistered({ registrar: 'NO-03/rcn', ...registration })),
    })
    .then([riskAssessed({ ...assessed.data, countedFrom: '2026-04-30', answerBy: '2026-05-04T22:00:00.000Z' })]);
});

test('until it is closed it is assessed anew: the time moves, and an answer is awaited again', () => {
  for (const before of [
    [raised, assessed],
    [raised, assessed, overdue],
    [raised, assessed, answered],
  ]) {
    risk(...before)
      .when('assess', { level: 'low', owner })
      .then([lowered]);
    const state = stateAfter(Risk, [...before, lowered]);
    expect(state).toMatchObject({ status: 'assessed', assessment: { level: 'low', overdue: false } });
    expect(Risk.due?.(state)).toEqual({ at: lowered.data.answerBy, command: 'noteOverdue' });
  }
  risk(raised, assessed, closed).when('assess', high).then(refusal('risk-closed'));
});

test('what was answered before stays', () => {
  expect(stateAfter(Risk, [raised, assessed, answered, lowered])).toMatchObject({ answers: [answered.data] });
});

test('the owner is a participant of the project as it stands now', () => {
  risk(raised)
    .when('assess', { level: 'high', owner: 'NO-ORGNR:971035854' })
    .then(refusal('owner-not-participant', { field: 'owner', details: { participants: [leadId, owner] } }));
  const left = projectParticipantsAmended({ participants: [lead], signedOn: registration.signedOn, reason: '退出' });
  risk(raised)
    .when('assess', high, { ...byOfficer, ...toProject(registered, left) })
    .then(refusal('owner-not-participant', { field: 'owner', details: { participants: [leadId] } }));
});

test('a participant that has left reads no further once the risk is assessed', () => {
  const left = riskAssessed({ ...assessed.data, owner: leadId, participants: [leadId] });
  expect(Risk.audience(stateAfter(Risk, [raised, left]))).toEqual(['agency:CN-331082/kjj', 'org:NO-ORGNR:919303808']);
});

test('without its project nothing is assessed', () => {
  risk(raised)
    .when('assess', high, { ...byOfficer, ...toNoProject })
    .then(refusal('project-unknown'));
});

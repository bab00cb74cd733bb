import { projectExited, projectSuspended, projectWarningAnswered, projectWarningEscalated } from '@xietong/contracts-projects';
import { applicant, denied, refusal, stateAfter } from '@xietong/testing';
import { active, lead, project, reportedBehind, warned } from '../example.fixture.ts';
import { Project } from '../project.ts';

const answer = { cause: 'The pilot line was closed for repairs', measures: 'Two engineers more until June' };
const inTime = projectWarningAnswered({ ...answer, late: false });
const late = projectWarningAnswered({ ...answer, late: true });
const escalated = projectWarningEscalated({ answerBy: warned.data.answerBy });
const open = [...active, reportedBehind, warned];

test('a warning is answered within 48 hours, to the millisecond', () => {
  project(...open)
    .when('answerWarning', answer, { now: '2026-04-03T07:59:59.999Z' })
    .then([inTime]);
  project(...open)
    .when('answerWarning', answer, { now: '2026-04-03T08:00:00.000Z' })
    .then([escalated, late]);
});

test('an answer after the escalation is recorded as late', () => {
  project(...open, escalated)
    .when('answerWarning', answer, { now: '2026-04-09T08:00:00.000Z' })
    .then([late]);
  expect(stateAfter(Project, [...open, escalated, late])).toMatchObject({
    warning: { status: 'answered', answer: { ...answer, late: true } },
  });
});

test('the lead or a partner answers for the project, and no other organisation', () => {
  project(...open)
    .when('answerWarning', answer, { actor: applicant(lead.organisation.id ?? '') })
    .then([inTime]);
  project(...open)
    .when('answerWarning', answer, { actor: applicant('NO-ORGNR:971035854') })
    .then(denied);
});

test('a suspended project still owes its answer', () => {
  project(...open, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('answerWarning', answer)
    .then([inTime]);
});

test('there is nothing to answer without a warning, after the answer, or after the end', () => {
  project(...active)
    .when('answerWarning', answer)
    .then(refusal('no-warning-to-answer'));
  project(...open, inTime)
    .when('answerWarning', answer)
    .then(refusal('no-warning-to-answer'));
  project(...open, projectExited({ reason: 'No money' }))
    .when('answerWarning', answer)
    .then(refusal('no-warning-to-answer'));
});

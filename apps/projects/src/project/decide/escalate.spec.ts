import { projectSuspended, projectWarningAnswered, projectWarningEscalated } from '@xietong/contracts-projects';
import { clock, refusal, stateAfter } from '@xietong/testing';
import { active, project, reportedBehind, warned } from '../example.fixture.ts';
import { Project } from '../project.ts';

const open = [...active, reportedBehind, warned];
const escalated = projectWarningEscalated({ answerBy: warned.data.answerBy });
const byClock = { actor: clock(), now: warned.data.answerBy };

test('the clock escalates a warning that nobody answered within 48 hours', () => {
  expect(Project.due?.(stateAfter(Project, open))).toEqual({ at: warned.data.answerBy, command: 'escalate' });
  project(...open)
    .when('escalate', {}, byClock)
    .then([escalated]);
});

test('a suspension does not stop the clock', () => {
  project(...open, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('escalate', {}, byClock)
    .then([escalated]);
});

test('a warning is escalated once', () => {
  expect(Project.due?.(stateAfter(Project, [...open, escalated]))).toBeUndefined();
  project(...open, escalated)
    .when('escalate', {}, byClock)
    .then(refusal('no-warning-overdue'));
});

test('nothing is escalated before its time, or once it was answered', () => {
  const answered = projectWarningAnswered({ cause: 'Repairs', measures: 'Two engineers more', late: false });
  project(...open)
    .when('escalate', {}, { ...byClock, now: '2026-04-03T07:59:59.999Z' })
    .then(refusal('no-warning-overdue'));
  project(...open, answered)
    .when('escalate', {}, byClock)
    .then(refusal('no-warning-overdue'));
});

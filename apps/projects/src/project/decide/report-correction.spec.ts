import { projectCorrectionEscalated, projectCorrectionReported, projectExited, projectSuspended } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { active, byLead, byOfficer, correction, foundOnCourse, foundToCorrect, foundToStop, project } from '../example.fixture.ts';
import { Project } from '../project.ts';

const { overdueAt } = correction;
const owing = [...active, foundToCorrect];
const done = '八家企业已签约 Eight enterprises have signed';
const inTime = projectCorrectionReported({ done, late: false });
const late = projectCorrectionReported({ done, late: true });
const escalated = projectCorrectionEscalated({ overdueAt });

test('a participant reports the correction by the end of its day, to the millisecond', () => {
  project(...owing)
    .when('reportCorrection', { done }, { ...byLead, now: '2026-04-30T21:59:59.999Z' })
    .then([inTime]);
  project(...owing)
    .when('reportCorrection', { done }, { ...byLead, now: overdueAt })
    .then([escalated, late]);
});

test('a report after the escalation is recorded as late, and settles the evaluation', () => {
  project(...owing, escalated)
    .when('reportCorrection', { done }, { ...byLead, now: '2026-05-09T08:00:00.000Z' })
    .then([late]);
  expect(stateAfter(Project, [...owing, escalated, late])).toMatchObject({
    midway: { status: 'settled', verdict: correction, correction: { done, late: true } },
  });
});

test('a suspended project still owes it', () => {
  project(...owing, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('reportCorrection', { done }, { ...byLead, now: '2026-04-02T08:00:00.000Z' })
    .then([inTime]);
});

test('the agency does not report to itself', () => {
  project(...owing)
    .when('reportCorrection', { done }, byOfficer)
    .then(denied);
});

test('nothing is owed without a verdict that wants it, after the report, or after the end', () => {
  const ended = projectExited({ reason: 'No money' });
  for (const history of [[], [foundOnCourse], [foundToStop], [foundToCorrect, inTime], [foundToCorrect, ended]]) {
    project(...active, ...history)
      .when('reportCorrection', { done }, byLead)
      .then(refusal('no-correction-owed'));
  }
});

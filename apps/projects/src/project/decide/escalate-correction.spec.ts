import { projectCorrectionEscalated, projectCorrectionReported, projectExited, projectSuspended } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { active, byClock, correction, foundToCorrect, foundToStop, project } from '../example.fixture.ts';
import { Project } from '../project.ts';

const { overdueAt } = correction;
const owing = [...active, foundToCorrect];
const escalated = projectCorrectionEscalated({ overdueAt });

test('the clock escalates a correction that nobody reported by its day, once', () => {
  expect(Project.due?.(stateAfter(Project, owing))).toEqual({ at: overdueAt, command: 'escalateCorrection' });
  project(...owing)
    .when('escalateCorrection', {}, { ...byClock, now: overdueAt })
    .then([escalated]);
  expect(Project.due?.(stateAfter(Project, [...owing, escalated]))).toBeUndefined();
  project(...owing, escalated)
    .when('escalateCorrection', {}, { ...byClock, now: overdueAt })
    .then(refusal('no-correction-overdue'));
});

test('a suspension does not stop the clock, the end of the project does', () => {
  project(...owing, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('escalateCorrection', {}, { ...byClock, now: overdueAt })
    .then([escalated]);
  expect(Project.due?.(stateAfter(Project, [...owing, projectExited({ reason: 'No money' })]))).toBeUndefined();
});

test('nothing is escalated before its time, once it was reported, or where a decision is awaited instead', () => {
  project(...owing)
    .when('escalateCorrection', {}, { ...byClock, now: '2026-04-30T21:59:59.999Z' })
    .then(refusal('no-correction-overdue'));
  for (const history of [[foundToCorrect, projectCorrectionReported({ done: 'Signed', late: false })], [foundToStop]]) {
    project(...active, ...history)
      .when('escalateCorrection', {}, { ...byClock, now: overdueAt })
      .then(refusal('no-correction-overdue'));
  }
});

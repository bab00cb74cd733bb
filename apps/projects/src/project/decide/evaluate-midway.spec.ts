import { projectAdjusted, projectEvaluatedMidway, projectSuspended } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import {
  active,
  byOfficer,
  correction,
  foundOnCourse,
  foundToCorrect,
  foundToStop,
  milestones,
  project,
  registered,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const { what, by } = correction;
const { finding } = foundToCorrect.data;
const toCorrect = { verdict: { kind: 'to-be-corrected', what, by }, finding } as const;
const adjusted = projectAdjusted({ milestones, endsOn: '2027-01-31', reason: 'One month more' });

test('an officer finds a project on course, to be corrected by the end of a day at the registrar, or to be stopped', () => {
  const evaluation = project(...active);
  evaluation.when('evaluateMidway', foundOnCourse.data).then([foundOnCourse]);
  evaluation.when('evaluateMidway', toCorrect).then([foundToCorrect]);
  evaluation.when('evaluateMidway', foundToStop.data).then([foundToStop]);
});

test('nothing is awaited of a project on course; a correction, or a decision, is of the others', () => {
  const statusAfter = (...found: (typeof foundToStop)[]) => stateAfter(Project, [...active, ...found]);
  expect(statusAfter(foundOnCourse)).toMatchObject({ midway: { status: 'settled' } });
  expect(statusAfter(foundToStop)).toMatchObject({ midway: { status: 'open' } });
  expect(statusAfter(foundToCorrect)).toMatchObject({ midway: { status: 'open', verdict: correction } });
});

test('a correction is due today at the earliest, and within 180 days', () => {
  const dueOn = (day: LocalDate, overdueAt: typeof correction.overdueAt | `${LocalDate}T${string}Z`) => ({
    when: project(...active).when('evaluateMidway', { verdict: { ...toCorrect.verdict, by: day }, finding }),
    found: projectEvaluatedMidway({ verdict: { ...correction, by: day, overdueAt }, finding }),
  });
  const unsuitable = refusal('correction-day-unsuitable', {
    field: 'verdict.by',
    details: { earliestBy: '2026-04-01', latestBy: '2026-09-28' },
  });
  const today = dueOn('2026-04-01', '2026-04-01T22:00:00.000Z');
  today.when.then([today.found]);
  const last = dueOn('2026-09-28', '2026-09-28T22:00:00.000Z');
  last.when.then([last.found]);
  for (const day of ['2026-03-31', '2026-09-29', '9999-12-31'] as const) {
    project(...active)
      .when('evaluateMidway', { verdict: { ...toCorrect.verdict, by: day }, finding })
      .then(unsuitable);
  }
});

test('the day is the one at the registrar, not in Greenwich', () => {
  project(...active)
    .when(
      'evaluateMidway',
      { verdict: { ...toCorrect.verdict, by: '2026-04-01' }, finding },
      { ...byOfficer, now: '2026-04-01T22:00:00.000Z' },
    )
    .then(refusal('correction-day-unsuitable', { field: 'verdict.by' }));
});

test('a project is evaluated once, and once more when its plan was adjusted', () => {
  const again = (...since: (typeof adjusted | typeof foundToCorrect)[]) =>
    project(...active, foundToCorrect, ...since).when('evaluateMidway', foundOnCourse.data);
  again().then(refusal('evaluated-already'));
  again(adjusted).then([foundOnCourse]);
  again(adjusted, foundToCorrect).then(refusal('evaluated-already'));
  project(...active, adjusted, foundOnCourse)
    .when('evaluateMidway', foundToStop.data)
    .then(refusal('evaluated-already'));
});

test('a new evaluation takes the place of the one before, and of the correction that was still owed', () => {
  const state = stateAfter(Project, [...active, foundToCorrect, adjusted, foundOnCourse]);
  expect(state).toMatchObject({ midway: { status: 'settled', verdict: { kind: 'on-course' } } });
  expect(Project.due?.(state)).toBeUndefined();
});

test('an adjustment meets a demand to stop, and lifts no correction', () => {
  expect(stateAfter(Project, [...active, foundToStop, adjusted])).toMatchObject({ midway: { status: 'settled', planAdjustedSince: true } });
  expect(stateAfter(Project, [...active, foundToCorrect, adjusted])).toMatchObject({ midway: { status: 'open', planAdjustedSince: true } });
});

test('only an active project is evaluated, and nobody but the rules says when a correction is late', () => {
  project(registered)
    .when('evaluateMidway', foundOnCourse.data)
    .then(refusal('not-active', { details: { status: 'registered' } }));
  project(...active, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('evaluateMidway', foundOnCourse.data)
    .then(refusal('not-active', { details: { status: 'suspended' } }));
  project(...active)
    .when('evaluateMidway', foundToCorrect.data)
    .then(invalidInput('verdict'));
});

import { projectAdjusted, projectCompleted, projectProgressReported } from '@xietong/contracts-projects';
import { refusal } from '@xietong/testing';
import {
  acceptanceRequested,
  acceptorAppointed,
  active,
  byDirector,
  done,
  enterprises,
  finished,
  handbook,
  pilotLine,
  project,
  registered,
  rejected,
  reportedDone,
} from '../example.fixture.ts';

test('a project is completed when every milestone is done', () => {
  project(...active, reportedDone)
    .when('complete', {}, byDirector)
    .then([projectCompleted({})]);
});

test('a project is not completed while a milestone is unfinished, or nothing was reported', () => {
  const almost = projectProgressReported({
    on: '2026-12-31',
    plannedBasisPoints: 10_000,
    actualBasisPoints: 9970,
    milestones: done(100, 100, 99),
  });
  project(...active, almost)
    .when('complete', {}, byDirector)
    .then(refusal('milestones-unfinished', { details: { unfinished: [3] } }));
  project(...active)
    .when('complete', {}, byDirector)
    .then(refusal('milestones-unfinished', { details: { unfinished: [1, 2, 3] } }));
});

test('a milestone that an adjustment added has to be done too', () => {
  const more = [{ ...pilotLine, weightPercent: 30 }, enterprises, handbook, { ...pilotLine, no: 4, weightPercent: 10 }];
  project(...active, reportedDone, projectAdjusted({ milestones: more, reason: 'One plant more' }))
    .when('complete', {}, byDirector)
    .then(refusal('milestones-unfinished', { details: { unfinished: [4] } }));
});

test('once acceptance has begun, only the verdict of the third party completes the project', () => {
  for (const begun of [[acceptorAppointed], [acceptanceRequested], [acceptorAppointed, acceptanceRequested, rejected]]) {
    project(...finished, ...begun)
      .when('complete', {}, byDirector)
      .then(refusal('acceptance-begun'));
  }
});

test('only an active project is completed', () => {
  project(registered)
    .when('complete', {}, byDirector)
    .then(refusal('not-active', { details: { status: 'registered' } }));
  project(...active, reportedDone, projectCompleted({}))
    .when('complete', {}, byDirector)
    .then(refusal('not-active', { details: { status: 'completed' } }));
});

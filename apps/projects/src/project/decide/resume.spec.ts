import { projectProgressReported, projectResumed, projectSuspended } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { active, byDirector, done, project } from '../example.fixture.ts';
import { Project } from '../project.ts';

const suspended = projectSuspended({ reason: 'A partner is insolvent' });

test('a suspended project goes on where it stood', () => {
  project(...active, suspended)
    .when('resume', {}, byDirector)
    .then([projectResumed({})]);
  expect(stateAfter(Project, [...active, suspended, projectResumed({})])).toEqual(stateAfter(Project, active));
});

test('quarters before a suspension are not held against the project after it', () => {
  const behind = (on: '2026-03-31' | '2026-06-30') =>
    projectProgressReported({ on, plannedBasisPoints: 7000, actualBasisPoints: 6900, milestones: done(100, 90, 0) });
  const resumed = [...active, behind('2026-03-31'), behind('2026-06-30'), suspended, projectResumed({})];
  expect(stateAfter(Project, resumed)).toMatchObject({ status: 'active', quarters: [] });
});

test('only a suspended project is resumed', () => {
  project(...active)
    .when('resume', {}, byDirector)
    .then(refusal('not-suspended', { details: { status: 'active' } }));
});

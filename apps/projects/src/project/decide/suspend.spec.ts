import { projectResumed, projectSuspended } from '@xietong/contracts-projects';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import { active, byDirector, project, registered } from '../example.fixture.ts';
import { Project } from '../project.ts';

const suspended = projectSuspended({ reason: 'A partner is insolvent' });

test('a director stops an active project for a time, with the reason', () => {
  project(...active)
    .when('suspend', suspended.data, byDirector)
    .then([suspended]);
  project(...active, suspended, projectResumed({}))
    .when('suspend', suspended.data, byDirector)
    .then([suspended]);
  expect(stateAfter(Project, [...active, suspended])).toMatchObject({ status: 'suspended', suspension: suspended.data });
});

test('only an active project is suspended', () => {
  project(registered)
    .when('suspend', suspended.data, byDirector)
    .then(refusal('not-active', { details: { status: 'registered' } }));
  project(...active, suspended)
    .when('suspend', suspended.data, byDirector)
    .then(refusal('not-active', { details: { status: 'suspended' } }));
});

test('nobody suspends without a reason', () => {
  project(...active)
    .when('suspend', { reason: ' ' }, byDirector)
    .then(invalidInput('reason'));
});

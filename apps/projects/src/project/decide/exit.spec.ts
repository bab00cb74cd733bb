import { projectCompleted, projectExited, projectSuspended } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { active, byDirector, project, registered, reportedBehind, reportedDone, warned } from '../example.fixture.ts';
import { Project } from '../project.ts';

const exited = projectExited({ reason: 'No other partner could be found', settled: { amount: 120_000_00, currency: 'EUR' } });
const suspended = projectSuspended({ reason: 'A partner is insolvent' });

test('a director ends a project before its plan is done: registered, active or suspended', () => {
  for (const history of [[registered], active, [...active, suspended]])
    project(...history)
      .when('exit', exited.data, byDirector)
      .then([exited]);
});

test('what remains paid out may be settled later', () => {
  project(...active)
    .when('exit', { reason: 'No money' }, byDirector)
    .then([projectExited({ reason: 'No money' })]);
});

test('an exit ends the wait for an answer', () => {
  const state = stateAfter(Project, [...active, reportedBehind, warned, exited]);
  expect(state).toMatchObject({ status: 'exited', exit: exited.data });
  expect(Project.due?.(state)).toBeUndefined();
});

test('the amount is settled in the currency of the project', () => {
  project(...active)
    .when('exit', { ...exited.data, settled: { amount: 1, currency: 'CNY' } }, byDirector)
    .then(refusal('currencies-mixed', { field: 'settled.currency', details: { currency: 'CNY' } }));
});

test('a project ends once', () => {
  project(...active, exited)
    .when('exit', exited.data, byDirector)
    .then(refusal('project-ended', { details: { status: 'exited' } }));
  project(...active, reportedDone, projectCompleted({}))
    .when('exit', exited.data, byDirector)
    .then(refusal('project-ended', { details: { status: 'completed' } }));
});

import { projectExited, projectPlanSet, projectRegistered, projectSuspended } from '@xietong/contracts-projects';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import {
  active,
  enterprises,
  handbook,
  milestones,
  pilotLine,
  planSet,
  project,
  registered,
  registrar,
  termless,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const setPlan = (...plan: typeof milestones) => project(registered).when('setPlan', { milestones: plan });

test('a registered project becomes active with its first plan', () => {
  setPlan(...milestones).then([planSet]);
  expect(stateAfter(Project, active)).toMatchObject({ status: 'active', plan: { milestones }, progress: [] });
});

test('the weights make 100 percent', () => {
  setPlan(pilotLine, enterprises).then(refusal('weights-not-whole', { field: 'milestones', details: { sum: 70 } }));
  setPlan({ ...pilotLine, weightPercent: 41 }, enterprises, handbook).then(
    refusal('weights-not-whole', { field: 'milestones', details: { sum: 101 } }),
  );
});

test('a milestone has a number of its own', () => {
  setPlan(pilotLine, { ...enterprises, no: 1 }, handbook).then(
    refusal('milestone-repeated', { field: 'milestones.1.no', details: { no: 1 } }),
  );
});

test('milestones are due within the term, its edges included', () => {
  const onTheEdges = [{ ...pilotLine, due: '2026-01-01' as const }, enterprises, handbook];
  setPlan(...onTheEdges).then([projectPlanSet({ milestones: onTheEdges })]);
  setPlan({ ...pilotLine, due: '2025-12-31' }, enterprises, handbook).then(
    refusal('milestone-outside-term', { field: 'milestones.0.due' }),
  );
  setPlan(pilotLine, enterprises, { ...handbook, due: '2027-01-01' }).then(
    refusal('milestone-outside-term', { field: 'milestones.2.due' }),
  );
});

test('milestones may be due at any time when the term is not known', () => {
  const late = [{ ...pilotLine, due: '2040-01-01' as const }, enterprises, handbook];
  project(projectRegistered({ registrar, ...termless }))
    .when('setPlan', { milestones: late })
    .then([projectPlanSet({ milestones: late })]);
});

test('a plan is set once', () => {
  project(...active)
    .when('setPlan', planSet.data)
    .then(refusal('plan-already-set'));
  project(...active, projectSuspended({ reason: 'A partner is insolvent' }))
    .when('setPlan', planSet.data)
    .then(refusal('plan-already-set'));
});

test('a project that has ended gets no plan', () => {
  project(registered, projectExited({ reason: 'No money' }))
    .when('setPlan', planSet.data)
    .then(refusal('project-ended', { details: { status: 'exited' } }));
});

test('weights are whole percents', () => {
  setPlan({ ...pilotLine, weightPercent: 0 }).then(invalidInput('milestones.0.weightPercent'));
  setPlan({ ...pilotLine, weightPercent: 33.3 }).then(invalidInput('milestones.0.weightPercent'));
});

import { targetRevised } from '@xietong/contracts-reporting';
import { denied, officer, refusal, stateAfter } from '@xietong/testing';
import { agency, assessed, ended, revised, set, target } from '../example.fixture.ts';
import { Target } from '../target.ts';

const { version: _, ...revision } = revised.data;

test('a revision is the next version, and the versions before it stay', () => {
  target(set).when('revise', revision).then([revised]);
  expect(stateAfter(Target, [set, revised]).versions).toEqual([{ firstYear: 2026, lastYear: 2027, value: 730 }, revision]);
});

test('what was assessed before stays as it was assessed', () => {
  const before = assessed('2026-Q1', 90, 100);
  expect(stateAfter(Target, [set, before, revised]).assessments).toEqual([before.data]);
});

test('a period that now begins later is assessed from then on', () => {
  const later = targetRevised({ ...revised.data, firstYear: 2027 });
  expect(stateAfter(Target, [set, later]).nextQuarter).toBe('2027-Q1');
});

test('a revision changes something, within a period that is not over', () => {
  target(set)
    .when('revise', { ...revision, value: 730 })
    .then(refusal('nothing-revised', { field: 'value' }));
  target(set)
    .when('revise', { ...revision, firstYear: 2028 })
    .then(refusal('years-reversed', { field: 'lastYear' }));
  target(set)
    .when('revise', { ...revision, firstYear: 2024, lastYear: 2025 })
    .then(refusal('period-over', { field: 'lastYear' }));
});

test('a target whose last quarter was assessed is not revised any more', () => {
  target(set, ...ended)
    .when('revise', revision)
    .then(refusal('target-ended', { details: { lastYear: 2027 } }));
});

test('an officer does not revise', () => {
  target(set)
    .when('revise', revision, { actor: officer(agency) })
    .then(denied);
});

import { projectCompleted, projectFollowedUp, projectFollowUpReminded } from '@xietong/contracts-projects';
import type { Instant } from '@xietong/domain';
import { denied, invalidInput, refusal, stateAfter } from '@xietong/testing';
import { accepted, byAcceptor, byLead, finished, followUpTimes, inAcceptance, project } from '../example.fixture.ts';
import { Project } from '../project.ts';

const content = { revenue: { amount: 840_000_00, currency: 'EUR' }, jobs: 14, co2SavedKg: -125_000, inUse: true } as const;
const given = (no: number, late = false) => projectFollowedUp({ no, ...content, late });
const life = [...inAcceptance, accepted];
const followUp = (now: Instant, ...since: Parameters<typeof project>) =>
  project(...life, ...since).when('followUp', content, { ...byLead, now });

test('a participant tells what came of the project in a year, until the end of its last day', () => {
  followUp('2027-12-01T08:00:00.000Z').then([given(1)]);
  followUp('2028-01-15T22:59:59.999Z').then([given(1)]);
  followUp('2028-01-15T23:00:00.000Z').then([given(1, true)]);
  expect(stateAfter(Project, [...life, given(1)])).toMatchObject({
    acceptance: {
      followUps: [
        { status: 'done', ...followUpTimes[0], ...content, late: false },
        { status: 'awaited', no: 2 },
        { status: 'awaited', no: 3 },
      ],
    },
  });
});

test('a missed one is given late, and before the next', () => {
  followUp('2029-01-10T08:00:00.000Z', projectFollowUpReminded(followUpTimes[0])).then([given(1, true)]);
  followUp('2029-01-10T08:00:00.000Z', projectFollowUpReminded(followUpTimes[0]), given(1, true)).then([given(2)]);
});

test('each is about a year, so it is not given before its year has begun', () => {
  followUp('2028-01-15T22:59:59.999Z', given(1)).then(refusal('follow-up-too-early', { details: { no: 2, after: '2028-01-15' } }));
  followUp('2028-01-15T23:00:00.000Z', given(1)).then([given(2)]);
});

test('after the last one nothing is due, and nothing more is told', () => {
  const all = [given(1), given(2), given(3)];
  expect(Project.due?.(stateAfter(Project, [...life, ...all]))).toBeUndefined();
  followUp('2030-02-01T08:00:00.000Z', ...all).then(refusal('no-follow-up-awaited', { details: { status: 'completed' } }));
});

test('a project without acceptance has none', () => {
  for (const history of [finished, [...finished, projectCompleted({})], inAcceptance]) {
    project(...history)
      .when('followUp', content)
      .then(refusal('no-follow-up-awaited'));
  }
});

test('the third party does not tell for the project', () => {
  project(...life)
    .when('followUp', content, byAcceptor)
    .then(denied);
});

test('revenue is in the currency of the project, in whole units, like jobs and kilograms', () => {
  const telling = (changes: object) => project(...life).when('followUp', { ...content, ...changes }, byLead);
  telling({ revenue: { amount: 1, currency: 'CNY' } }).then(
    refusal('currencies-mixed', { field: 'revenue.currency', details: { currency: 'CNY' } }),
  );
  telling({ revenue: { amount: -1, currency: 'EUR' } }).then(invalidInput('revenue.amount'));
  telling({ jobs: 1.5 }).then(invalidInput('jobs'));
  telling({ co2SavedKg: 0.5 }).then(invalidInput('co2SavedKg'));
});

import { projectFollowedUp, projectFollowUpReminded } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { accepted, byClock, finished, followUpTimes, inAcceptance, project } from '../example.fixture.ts';
import { Project } from '../project.ts';

const life = [...inAcceptance, accepted];
const [first, second, third] = followUpTimes;
const reminded = (time: (typeof followUpTimes)[number]) => projectFollowUpReminded(time);
const given = (no: number) =>
  projectFollowedUp({ no, revenue: { amount: 0, currency: 'EUR' }, jobs: 0, co2SavedKg: 0, inUse: false, late: false });
const dueAfter = (...since: Parameters<typeof project>) => Project.due?.(stateAfter(Project, [...life, ...since]));

test('the clock reminds of each follow-up that was missed, once', () => {
  project(...life)
    .when('remindFollowUp', {}, { ...byClock, now: first.overdueAt })
    .then([reminded(first)]);
  expect(dueAfter(reminded(first))).toEqual({ at: second.overdueAt, command: 'remindFollowUp' });
  project(...life, reminded(first))
    .when('remindFollowUp', {}, { ...byClock, now: first.overdueAt })
    .then(refusal('no-follow-up-overdue', { details: { status: 'completed' } }));
  project(...life, reminded(first))
    .when('remindFollowUp', {}, { ...byClock, now: second.overdueAt })
    .then([reminded(second)]);
  expect(dueAfter(reminded(first), reminded(second), reminded(third))).toBeUndefined();
});

test('nobody is reminded before the time is over, of what was given, or of a project that was not accepted', () => {
  project(...life)
    .when('remindFollowUp', {}, { ...byClock, now: '2028-01-15T22:59:59.999Z' })
    .then(refusal('no-follow-up-overdue'));
  project(...life, given(1))
    .when('remindFollowUp', {}, { ...byClock, now: first.overdueAt })
    .then(refusal('no-follow-up-overdue'));
  expect(dueAfter(given(1))).toEqual({ at: second.overdueAt, command: 'remindFollowUp' });
  project(...finished)
    .when('remindFollowUp', {}, { ...byClock, now: first.overdueAt })
    .then(refusal('no-follow-up-overdue', { details: { status: 'active' } }));
});

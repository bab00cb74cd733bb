import { projectAccepted, projectAcceptorAppointed, projectProgressReported, projectSuspended } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import {
  acceptanceRequested,
  accepted,
  acceptor,
  acceptorAppointed,
  byAcceptor,
  byDirector,
  byLead,
  done,
  finished,
  followUpTimes,
  foundToStop,
  inAcceptance,
  project,
  rejected,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const { finding } = accepted.data;
const accept = (...history: Parameters<typeof project>) => project(...history).when('accept', { finding }, byAcceptor);

test('the third party accepts the project, which completes it; a follow-up is due each of three years later', () => {
  accept(...inAcceptance).then([accepted]);
  const state = stateAfter(Project, [...inAcceptance, accepted]);
  expect(state).toMatchObject({
    status: 'completed',
    acceptance: {
      status: 'accepted',
      acceptedOn: '2027-01-15',
      acceptor: acceptor.id,
      finding,
      ...acceptanceRequested.data,
      followUps: followUpTimes.map((time) => ({ status: 'awaited', ...time })),
    },
  });
  expect(Project.due?.(state)).toEqual({ at: '2028-01-15T23:00:00.000Z', command: 'remindFollowUp' });
});

test('the years are counted from the day at the registrar, and 29 February is followed up on the 28th', () => {
  const acceptedAt = (now: '2027-01-15T23:00:00.000Z' | '2028-02-28T23:00:00.000Z') =>
    project(...inAcceptance).when('accept', { finding }, { ...byAcceptor, now });
  const happened = (acceptedOn: '2027-01-16' | '2028-02-29', ...days: readonly `${number}-${number}-${number}`[]) =>
    projectAccepted({
      ...accepted.data,
      acceptedOn,
      followUps: days.map((dueOn, place) => ({ no: place + 1, dueOn, overdueAt: `${dueOn}T23:00:00.000Z` })),
    });
  acceptedAt('2027-01-15T23:00:00.000Z').then([happened('2027-01-16', '2028-01-16', '2029-01-16', '2030-01-16')]);
  acceptedAt('2028-02-28T23:00:00.000Z').then([happened('2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28')]);
});

test('nobody but the third party that is appointed now gives the verdict', () => {
  for (const other of [byDirector, byLead])
    project(...inAcceptance)
      .when('accept', { finding }, other)
      .then(denied);
  const another = projectAcceptorAppointed({ organisation: { ...acceptor, id: 'NO-ORGNR:971035854' } });
  accept(...inAcceptance, another).then(denied);
  accept(...finished, acceptanceRequested).then(denied);
});

test('a verdict is given once it is asked for, and once a request', () => {
  accept(...finished, acceptorAppointed).then(refusal('no-verdict-awaited'));
  accept(...inAcceptance, rejected).then(refusal('no-verdict-awaited'));
});

test('what changed since acceptance was asked for stands against it', () => {
  const undone = projectProgressReported({
    on: '2027-01-01',
    plannedBasisPoints: 10_000,
    actualBasisPoints: 9970,
    milestones: done(100, 100, 99),
  });
  accept(...inAcceptance, undone).then(refusal('milestones-unfinished', { details: { unfinished: [3] } }));
  accept(...inAcceptance, foundToStop).then(refusal('stop-undecided'));
});

test('only an active project is accepted, and once', () => {
  accept(...inAcceptance, accepted).then(refusal('not-active', { details: { status: 'completed' } }));
  accept(...inAcceptance, projectSuspended({ reason: 'A partner is insolvent' })).then(
    refusal('not-active', { details: { status: 'suspended' } }),
  );
});

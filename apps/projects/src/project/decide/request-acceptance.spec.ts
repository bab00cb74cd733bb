import { projectSuspended } from '@xietong/contracts-projects';
import { applicant, denied, refusal, stateAfter } from '@xietong/testing';
import {
  acceptanceRequested,
  active,
  byLead,
  finished,
  foundToStop,
  inAcceptance,
  partner,
  project,
  registered,
  rejected,
  reportedBehind,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const request = (...history: Parameters<typeof project>) => project(...history).when('requestAcceptance', acceptanceRequested.data);

test('the lead, or an officer, asks for acceptance when every milestone is done, whether or not a third party is appointed', () => {
  request(...finished).then([acceptanceRequested]);
  project(...finished)
    .when('requestAcceptance', acceptanceRequested.data, byLead)
    .then([acceptanceRequested]);
  expect(stateAfter(Project, [...finished, acceptanceRequested])).toMatchObject({
    status: 'active',
    acceptance: { status: 'requested', ...acceptanceRequested.data },
  });
});

test('a partner does not ask for it', () => {
  project(...finished)
    .when('requestAcceptance', acceptanceRequested.data, { actor: applicant(partner.organisation.id ?? '') })
    .then(denied);
});

test('it is asked for again after a rejection, and not while a verdict is awaited', () => {
  request(...inAcceptance).then(refusal('acceptance-requested-already'));
  request(...inAcceptance, rejected).then([acceptanceRequested]);
});

test('it waits until every milestone is done, and until somebody decided on a demand to stop', () => {
  request(...active).then(refusal('milestones-unfinished', { details: { unfinished: [1, 2, 3] } }));
  request(...active, reportedBehind).then(refusal('milestones-unfinished', { details: { unfinished: [1, 2, 3] } }));
  request(...finished, foundToStop).then(refusal('stop-undecided'));
});

test('only an active project is accepted', () => {
  request(registered).then(refusal('not-active', { details: { status: 'registered' } }));
  request(...finished, projectSuspended({ reason: 'A partner is insolvent' })).then(
    refusal('not-active', { details: { status: 'suspended' } }),
  );
});

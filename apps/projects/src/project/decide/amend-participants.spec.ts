import { projectCompleted, projectExited } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import {
  accepted,
  acceptor,
  acceptorAppointed,
  active,
  amended,
  inAcceptance,
  lead,
  partner,
  project,
  registered,
  reportedDone,
  unnumbered,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const amend = { participants: [lead, unnumbered], reason: 'The partner took no part' };

test('the whole list is replaced for a reason, and the event repeats the day of signing', () => {
  project(registered).when('amendParticipants', amend).then([amended]);
  expect(stateAfter(Project, [registered, amended]).participants).toEqual([lead, unnumbered]);
});

test('a project that has ended is corrected too', () => {
  project(registered, projectExited({ reason: 'No money' }))
    .when('amendParticipants', amend)
    .then([amended]);
  project(...active, reportedDone, projectCompleted({}))
    .when('amendParticipants', amend)
    .then([amended]);
});

test('the third party that judges the project cannot become a participant, even after its verdict', () => {
  const participants = [lead, { ...partner, organisation: acceptor }];
  for (const history of [
    [registered, acceptorAppointed],
    [...inAcceptance, accepted],
  ]) {
    project(...history)
      .when('amendParticipants', { ...amend, participants })
      .then(refusal('acceptor-participates', { field: 'participants.1.organisation.id' }));
  }
  project(registered)
    .when('amendParticipants', { ...amend, participants })
    .then([{ ...amended, data: { ...amended.data, participants } }]);
});

test('who is no longer among them is remembered', () => {
  const back = { ...amended, data: { ...amended.data, participants: [partner] } };
  expect(stateAfter(Project, [registered, amended])).toMatchObject({ formerParticipants: [partner.organisation.id] });
  expect(stateAfter(Project, [registered, amended, back])).toMatchObject({ formerParticipants: [lead.organisation.id] });
});

test('the new list keeps the rules of registration', () => {
  const amendTo = (...participants: (typeof lead)[]) => project(registered).when('amendParticipants', { ...amend, participants });
  amendTo(lead, { ...partner, no: 1 }).then(refusal('participation-repeated', { field: 'participants.1.no', details: { no: 1 } }));
  amendTo(lead, { ...lead, no: 2 }).then(refusal('more-than-one-lead', { field: 'participants.1.role' }));
  amendTo(lead, { ...partner, amount: { amount: 1, currency: 'NOK' } }).then(
    refusal('currencies-mixed', { field: 'participants.1.amount.currency' }),
  );
  amendTo({ ...unnumbered, organisation: { name: 'Ukjent', region: 'CN-000000' } }).then(
    refusal('region-unknown', { field: 'participants.0.organisation.region' }),
  );
  amendTo({ ...lead, organisation: { name: 'X', id: 'CN-USCI:91350100M000100Y4Z' } }).then(
    refusal('identifier-unsound', { field: 'participants.0.organisation.id' }),
  );
});

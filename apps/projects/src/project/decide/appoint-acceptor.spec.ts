import { projectAcceptorAppointed, projectCompleted, projectExited } from '@xietong/contracts-projects';
import { invalidInput, refusal, stateAfter } from '@xietong/testing';
import {
  accepted,
  acceptor,
  acceptorAppointed,
  active,
  amended,
  finished,
  inAcceptance,
  lead,
  partner,
  project,
  registered,
  rejected,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const appoint = (changes: object, ...history: Parameters<typeof project>) =>
  project(...history).when('appointAcceptor', { organisation: { ...acceptor, ...changes } });

test('an officer appoints a third party at any time of a project', () => {
  for (const history of [[registered], active, finished]) appoint({}, ...history).then([acceptorAppointed]);
  expect(stateAfter(Project, [registered, acceptorAppointed])).toMatchObject({ acceptor });
});

test('another may be appointed until the project is accepted', () => {
  const another = { id: 'NO-ORGNR:971035854', name: 'Universitetet i Oslo', region: 'NO-03' } as const;
  appoint(another, ...inAcceptance, rejected).then([projectAcceptorAppointed({ organisation: another })]);
  appoint({}, ...inAcceptance).then(refusal('acceptor-appointed-already', { field: 'organisation.id' }));
});

test('nobody who takes part judges, nor anybody who did before an amendment', () => {
  const participates = refusal('acceptor-participates', { field: 'organisation.id' });
  for (const { organisation } of [lead, partner]) appoint({ id: organisation.id }, ...active).then(participates);
  appoint({ id: partner.organisation.id }, registered, amended).then(participates);
  const restored = { ...amended, data: { ...amended.data, participants: [partner] } };
  appoint({ id: lead.organisation.id }, registered, amended, restored).then(participates);
  // However many amendments ago: `amended` comes twice, and only the first one of them lost the partner.
  appoint({ id: partner.organisation.id }, registered, amended, amended).then(participates);
});

test('the third party is known by a number of its own, sound or vouched for, and by a region that exists', () => {
  appoint({ region: 'CN-999999' }, ...active).then(
    refusal('region-unknown', { field: 'organisation.region', details: { region: 'CN-999999' } }),
  );
  appoint({ id: 'NO-ORGNR:' }, ...active).then(refusal('acceptor-unnumbered', { field: 'organisation.id' }));
  const faulty = { id: 'CN-USCI:91350203M0001QAY9B' } as const;
  appoint(faulty, ...active).then(refusal('identifier-unsound', { field: 'organisation.id' }));
  const vouched = { ...acceptor, ...faulty, override: { reason: 'seen on the licence itself' } };
  appoint(vouched, ...active).then([projectAcceptorAppointed({ organisation: vouched })]);
  appoint({ contact: 'Kari Nordmann' }, ...active).then(invalidInput('organisation'));
});

test('nobody judges a project that has ended', () => {
  const ends = [
    [registered, projectExited({ reason: 'No money' })],
    [...finished, projectCompleted({})],
    [...inAcceptance, accepted],
  ];
  for (const history of ends) appoint({}, ...history).then(refusal('project-ended'));
});

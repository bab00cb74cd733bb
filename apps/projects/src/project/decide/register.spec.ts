import { type Participant, projectRegistered } from '@xietong/contracts-projects';
import { invalidInput, officer, person, refusal, stateAfter } from '@xietong/testing';
import {
  byOfficer,
  done,
  lead,
  partner,
  planSet,
  project,
  registered,
  registrar,
  registration,
  reportedBehind,
  termless,
  unnumbered,
  warned,
} from '../example.fixture.ts';
import { Project } from '../project.ts';

const register = (changes: object) => project().when('register', { ...registration, ...changes });
const withParticipants = (...participants: Participant[]) => register({ participants });
const happened = (changes: object) => [{ ...registered, data: { ...registered.data, ...changes } }];

test('a project is registered by an officer, whose agency is its registrar from then on', () => {
  project().when('register', registration).then([registered]);
  project()
    .when('register', registration, { actor: officer('CN-331082/kjj') })
    .then(happened({ registrar: 'CN-331082/kjj' }));
});

test('a project begins under the rules of the day at its registrar, however long ago it was signed', () => {
  register({ signedOn: '1999-01-05' }).then(happened({ signedOn: '1999-01-05', rules: '2025' }));
});

test('one that was registered before rules had names is still read, and judged by the first', () => {
  const state = stateAfter(Project, [projectRegistered({ registrar, ...registration }), planSet]);
  expect(state).not.toHaveProperty('rules');
  project(projectRegistered({ registrar, ...registration }), planSet)
    .when('reportProgress', { on: '2026-03-31', milestones: done(60, 0, 0) })
    .then([reportedBehind, warned]);
});

test('nobody chooses the rules', () => {
  register({ rules: '2025' }).then(invalidInput(''));
});

test('an officer of no agency registers nothing', () => {
  project()
    .when('register', registration, { ...byOfficer, actor: person('officer') })
    .then(refusal('no-agency'));
});

test('the term may be unknown, may be one day, and may begin before the signing', () => {
  project()
    .when('register', termless)
    .then([projectRegistered({ registrar, rules: '2025', ...termless })]);
  register({ startsOn: '2026-12-31' }).then(happened({ startsOn: '2026-12-31' }));
});

test('a project is registered once it is signed; where it is tomorrow already, that is today', () => {
  register({ signedOn: '2026-04-02' }).then(happened({ signedOn: '2026-04-02' }));
  register({ signedOn: '2026-04-03' }).then(refusal('signed-in-the-future', { field: 'signedOn', details: { latestOn: '2026-04-02' } }));
});

test('a term does not end before it starts', () => {
  register({ startsOn: '2027-01-01' }).then(refusal('ends-before-it-starts', { field: 'endsOn' }));
});

describe('participants', () => {
  test('need no lead, and one organisation may take part twice', () => {
    const participants = [partner, { ...partner, no: 7 }];
    withParticipants(...participants).then(happened({ participants }));
  });

  test('have a number each', () => {
    withParticipants(lead, { ...partner, no: 1 }).then(
      refusal('participation-repeated', { field: 'participants.1.no', details: { no: 1 } }),
    );
  });

  test('have at most one lead', () => {
    withParticipants(lead, partner, { ...unnumbered, role: 'lead' }).then(refusal('more-than-one-lead', { field: 'participants.2.role' }));
  });

  test('are granted amounts in one currency', () => {
    withParticipants(lead, { ...partner, amount: { amount: 1, currency: 'CNY' } }).then(
      refusal('currencies-mixed', { field: 'participants.1.amount.currency' }),
    );
  });

  test('sit in regions that exist, or in none that is known', () => {
    const inRegion = (region: Participant['organisation']['region']) => ({ ...partner, organisation: { ...partner.organisation, region } });
    withParticipants(inRegion('CN-999999')).then(
      refusal('region-unknown', { field: 'participants.0.organisation.region', details: { region: 'CN-999999' } }),
    );
  });

  test('are named by a social credit identifier whose check digits are right, unless somebody says why it is accepted', () => {
    const faulty = { ...partner.organisation, id: 'CN-USCI:91350203M0001QAY9B' } as const;
    const vouched = { ...partner, organisation: { ...faulty, override: { reason: 'seen on the licence itself' } } };
    withParticipants({ ...partner, organisation: faulty }).then(refusal('identifier-unsound', { field: 'participants.0.organisation.id' }));
    withParticipants(vouched).then(happened({ participants: [vouched] }));
  });
});

describe('what does not fit is invalid at its field', () => {
  test.each<[string, object]>([
    ['number', { number: '../951956' }],
    ['title', { title: '  ' }],
    ['signedOn', { signedOn: '2026-02-30' }],
    ['participants', { participants: [] }],
    ['participants.0.amount.amount', { participants: [{ ...lead, amount: { amount: -1, currency: 'EUR' } }] }],
    ['participants.0.organisation', { participants: [{ ...lead, organisation: { ...lead.organisation, contact: 'Kari Nordmann' } }] }],
    ['', { registrar: 'NO-03/inn' }],
  ])('%s', (field, changes) => {
    register(changes).then(invalidInput(field));
  });
});

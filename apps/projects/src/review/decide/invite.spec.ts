import { reviewInvited } from '@xietong/contracts-projects';
import type { LocalDate, OrganisationId } from '@xietong/domain';
import { denied, given, officer, person, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../../application/application.ts';
import { drafted, lead, partnering, shortlisted, submitted, eligible } from '../../application/example.fixture.ts';
import { registered } from '../../project/example.fixture.ts';
import { Project } from '../../project/project.ts';
import { around, byOfficer, expert, invitation, invited, now } from '../example.fixture.ts';
import { Review } from '../review.ts';

const inviting = (changes: Partial<typeof around>) =>
  given(Review, []).when('invite', invitation, { ...byOfficer, gathered: { ...around, ...changes } });
const partner = partnering.organisation.id;
const stranger: OrganisationId = 'CN-USCI:12330000470090570J';
const at = (organisation: OrganisationId, until?: LocalDate) => ({
  organisation,
  name: 'x',
  region: 'CN-330106' as const,
  since: '2010-01-01' as const,
  ...(until ? { until } : {}),
});
const withAffiliation = (organisation: OrganisationId, until?: LocalDate) => ({
  expert: { ...expert, affiliations: [at(stranger), at(organisation, until)] },
});
const withRelation = (organisation: OrganisationId, until?: LocalDate) => ({
  expert: {
    ...expert,
    relations: [{ organisation, nature: 'advice' as const, since: '2010-01-01' as const, ...(until ? { until } : {}) }],
  },
});
const inConflict = (ground: string, party: OrganisationId) =>
  refusal('expert-in-conflict', { field: 'expert', details: { ground, party } });

test('an officer invites an expert, who has three working days for the answer and gets all that he is to judge', () => {
  inviting({}).then([invited]);
});

test('nobody is invited who belongs to a party, or did within three years', () => {
  inviting(withAffiliation(lead)).then(inConflict('affiliation', lead));
  inviting(withAffiliation(partner)).then(inConflict('affiliation', partner));
  inviting(withAffiliation(partner, '2023-04-07')).then(inConflict('affiliation', partner));
  inviting(withAffiliation(partner, '2023-04-06')).then([invited]);
});

test('nobody is invited who declared a relation to a party that stands, or stood within three years', () => {
  inviting(withRelation(lead)).then(inConflict('relation', lead));
  inviting(withRelation(partner, '2023-04-07')).then(inConflict('relation', partner));
  inviting(withRelation(partner, '2023-04-06')).then([invited]);
  inviting(withRelation('NO-ORGNR:971035854')).then([invited]);
});

describe('an expert whose organisation takes or took part in a project with a party', () => {
  const participant = (no: number, id: OrganisationId) => ({
    no,
    organisation: { id, name: 'x' },
    role: 'partner' as const,
    amount: { amount: 1, currency: 'EUR' as const },
  });
  const together = (endsOn?: LocalDate, ...ids: OrganisationId[]) => {
    const { endsOn: _, ...facts } = registered.data;
    const participants = (ids.length > 0 ? ids : [stranger, partner]).map((id, place) => participant(place + 1, id));
    return { ...stateAfter(Project, [registered]), ...facts, ...(endsOn ? { endsOn } : {}), participants };
  };
  const ended = (endsOn: LocalDate) => ({ ...together(endsOn), status: 'exited' as const, exit: { reason: 'x' } });

  test('is not invited while it runs, or when it ran within three years', () => {
    inviting({ projects: [together()] } as never).then(inConflict('shared-project', partner));
    inviting({ projects: [together('2022-12-31')] } as never).then(inConflict('shared-project', partner));
    inviting({ projects: [ended('2023-04-07')] } as never).then(inConflict('shared-project', partner));
  });

  test('is invited when it ended before that, or when the party had no part in it', () => {
    inviting({ projects: [ended('2023-04-06')] } as never).then([invited]);
    inviting({ projects: [together(undefined, stranger, 'NO-ORGNR:971035854')] } as never).then([invited]);
  });

  test('is not invited either where one of the two has left it since', () => {
    const left = { ...together(undefined, partner), formerParticipants: [stranger] };
    inviting({ projects: [left] } as never).then(inConflict('shared-project', partner));
  });
});

test('only an expert on a roster, whose term runs, is invited', () => {
  inviting({ expert: undefined } as never).then(refusal('expert-unknown', { field: 'expert' }));
  for (const status of ['registered', 'rejected', 'lapsed', 'suspended'] as const)
    inviting({ expert: { ...expert, status } }).then(
      refusal('expert-not-on-roster', { field: 'expert', details: { status, validUntil: expert.validUntil } }),
    );
  inviting({ expert: { ...expert, validUntil: now } }).then(refusal('expert-not-on-roster', { field: 'expert' }));
});

test('only an application that was found eligible is reviewed, and not once the panel has decided', () => {
  const application = stateAfter(Application, [drafted, submitted]);
  inviting({ application } as never).then(refusal('not-eligible', { field: 'application', details: { status: 'submitted' } }));
  const decided = stateAfter(Application, [drafted, submitted, eligible, shortlisted]);
  inviting({ application: decided } as never).then(refusal('not-eligible', { field: 'application' }));
});

test('another agency invites nobody to it, nor does whoever is no officer', () => {
  given(Review, [])
    .when('invite', invitation, { ...byOfficer, actor: officer('NO-03/inn') })
    .then(refusal('application-unknown', { field: 'application' }));
  inviting({ application: undefined } as never).then(refusal('application-unknown', { field: 'application' }));
  given(Review, [])
    .when('invite', invitation, { ...byOfficer, actor: person('expert', { agency: 'CN-331082/kjj' }) })
    .then(denied);
});

test('an expert is invited to an application once', () => {
  const { invite } = Review.commands;
  expect(invite.id?.(invitation, byOfficer.actor)).toBe('application-17.anExpertOfLinhai-----1');
  expect(() => Review.evolve(stateAfter(Review, [invited]), reviewInvited(invited.data))).toThrow('the review is invited, not declined');
});

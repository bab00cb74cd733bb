import type { OrganisationId } from '@xietong/domain';
import { lookupOver, stateAfter } from '@xietong/testing';
import fc from 'fast-check';
import { lead, partnering } from '../application/example.fixture.ts';
import { registered } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { conflictOver, projectsOf, projectsOfParties } from './conflict.ts';
import { eligibleApplication, expert, now } from './example.fixture.ts';

const organisations = [
  lead,
  partnering.organisation.id,
  'CN-USCI:12330000470090570J',
  'NO-ORGNR:971035854',
  'NO-ORGNR:974760673',
] as const satisfies readonly OrganisationId[];

const someOf = (most: number) => fc.subarray([...organisations], { minLength: 1, maxLength: most });
const projects = fc.array(
  fc.record({ participants: someOf(3), former: someOf(2), hasEnded: fc.boolean(), endsOn: fc.constantFrom('2020-01-01', '2025-01-01') }),
  { maxLength: 6 },
);
const projectOf = ({
  participants,
  former,
  hasEnded,
  endsOn,
}: {
  participants: string[];
  former: string[];
  hasEnded: boolean;
  endsOn: string;
}) => ({
  ...stateAfter(Project, [registered]),
  ...(hasEnded ? { status: 'exited', exit: { reason: 'x' } } : {}),
  endsOn,
  participants: participants.map((id, place) => ({
    no: place + 1,
    organisation: { id, name: 'x' },
    role: 'partner',
    amount: { amount: 1, currency: 'EUR' },
  })),
  formerParticipants: former.filter((id) => !participants.includes(id)),
});

test('a shared project is found from the projects of the parties as from those of the expert', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(projects, someOf(3), async (given, employers) => {
      const look = lookupOver({ documents: [[Project, Object.fromEntries(given.map((each, place) => [`p${place}`, projectOf(each)]))]] });
      const affiliations = employers.map((organisation) => ({
        organisation,
        name: 'x',
        region: 'CN-330106' as const,
        since: '2015-01-01' as const,
      }));
      const someone = { ...expert, affiliations };
      const invited = conflictOver(eligibleApplication, someone, await projectsOf(look, employers), now);
      const listed = conflictOver(eligibleApplication, someone, await projectsOfParties(look, eligibleApplication), now);
      found += invited?.ground === 'shared-project' ? 1 : 0;
      expect(listed).toEqual(invited);
    }),
  );
  expect(found).toBeGreaterThan(0);
});

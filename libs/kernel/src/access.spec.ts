import fc from 'fast-check';
import { type Access, aReaction, applicantOf, directorOf, either, officerOf, role, theClock } from './access.ts';
import { type Actor, type AgencyRef, type Role, roles } from './actor.ts';

interface Contract {
  readonly registrar: AgencyRef;
  readonly parties: readonly { readonly org: string }[];
}
const contract: Contract = { registrar: 'NO-03/rcn', parties: [{ org: 'NO-ORGNR:919303808' }] };
const person = (name: Role, of: { agency?: AgencyRef; org?: string } = {}): Actor => ({ id: 'p1', kind: 'person', roles: [name], ...of });
const clock: Actor = { id: 'clock', kind: 'clock', roles: [] };
const follower: Actor = { id: 'reaction', kind: 'reaction', roles: [] };

const officer = officerOf((s: Contract) => s.registrar);
const director = directorOf((s: Contract) => s.registrar);
const applicant = applicantOf((s: Contract) => s.parties.map((p) => p.org));

const anyAgency = fc.constantFrom<AgencyRef | undefined>('NO-03/rcn', 'NO-03/inn', 'CN-331082/kjj', undefined);
const anyOrg = fc.constantFrom('NO-ORGNR:919303808', 'CN-USCI:91330000', undefined);
const anyActor = fc.record({
  id: fc.string(),
  kind: fc.constantFrom('person' as const, 'clock' as const, 'reaction' as const),
  roles: fc.uniqueArray(fc.constantFrom(...roles)),
  agency: anyAgency,
  org: anyOrg,
});

describe('a role', () => {
  it.each(roles)('lets a person who is %s, and nobody else', (name) => {
    expect(roles.filter((other) => role(name).permits(person(other), undefined))).toEqual([name]);
  });

  it('lets a person with one of several roles', () => {
    const access = role('officer', 'director');
    expect(roles.filter((name) => access.permits(person(name), undefined))).toEqual(['officer', 'director']);
    expect(access).toMatchObject({ words: 'officer or director', roles: ['officer', 'director'] });
  });

  it('lets neither the clock nor a reaction, whatever roles they carry', () => {
    expect(role('officer').permits({ ...clock, roles: ['officer'] }, undefined)).toBe(false);
    expect(role('officer').permits({ ...follower, roles: ['officer'] }, undefined)).toBe(false);
  });
});

describe('ownership', () => {
  it('lets an officer of the agency that the document names', () => {
    expect(officer.permits(person('officer', { agency: 'NO-03/rcn' }), contract)).toBe(true);
  });

  it('lets an officer of one of several agencies that the document names', () => {
    const ofMembers = officerOf((s: { members: AgencyRef[] }) => s.members);
    const members: AgencyRef[] = ['NO-03/rcn', 'CN-331082/kjj'];
    expect(ofMembers.words).toBe('officer of members');
    expect(ofMembers.permits(person('officer', { agency: 'CN-331082/kjj' }), { members })).toBe(true);
    expect(ofMembers.permits(person('officer', { agency: 'NO-03/inn' }), { members })).toBe(false);
    expect(ofMembers.permits(person('officer'), { members })).toBe(false);
  });

  it('refuses an officer of another agency, of the same agency name in another region, and of none', () => {
    expect(officer.permits(person('officer', { agency: 'NO-03/inn' }), contract)).toBe(false);
    expect(officer.permits(person('officer', { agency: 'NO-30/rcn' }), contract)).toBe(false);
    expect(officer.permits(person('officer'), contract)).toBe(false);
  });

  it('refuses somebody of the agency who has another role', () => {
    expect(officer.permits(person('analyst', { agency: 'NO-03/rcn' }), contract)).toBe(false);
    expect(director.permits(person('officer', { agency: 'NO-03/rcn' }), contract)).toBe(false);
  });

  it('lets a director where the director decides', () => {
    expect(director.permits(person('director', { agency: 'NO-03/rcn' }), contract)).toBe(true);
  });

  it('lets an applicant who acts for one of the organisations that the document names', () => {
    expect(applicant.permits(person('applicant', { org: 'NO-ORGNR:919303808' }), contract)).toBe(true);
    expect(applicant.permits(person('applicant', { org: 'CN-USCI:91330000' }), contract)).toBe(false);
    expect(applicant.permits(person('applicant'), contract)).toBe(false);
    expect(applicant.permits(person('officer', { org: 'NO-ORGNR:919303808' }), contract)).toBe(false);
  });

  it('is never met by an actor without an agency, even where the document names none', () => {
    const nobodys = officerOf((s: { owner?: AgencyRef }) => s.owner as AgencyRef);
    expect(nobodys.permits(person('officer'), {})).toBe(false);
  });

  it('lets only people, of the agency or organisation that the document names', () => {
    fc.assert(
      fc.property(anyActor, (actor) => {
        const isOfficer = actor.kind === 'person' && actor.roles.includes('officer') && actor.agency === contract.registrar;
        const isApplicant = actor.kind === 'person' && actor.roles.includes('applicant') && actor.org === 'NO-ORGNR:919303808';
        expect(officer.permits(actor as Actor, contract)).toBe(isOfficer);
        expect(applicant.permits(actor as Actor, contract)).toBe(isApplicant);
      }),
    );
  });
});

describe('either of two', () => {
  it('lets whoever one of them lets', () => {
    fc.assert(
      fc.property(anyActor, (actor) => {
        const permits = (access: Access<Contract>) => access.permits(actor as Actor, contract);
        expect(permits(either(officer, director))).toBe(permits(officer) || permits(director));
        expect(permits(either(officer, theClock))).toBe(permits(officer) || permits(theClock));
      }),
    );
  });

  it('is open to the roles of both, each once', () => {
    expect(either(officer, either(director, role('officer'))).roles).toEqual(['officer', 'director']);
    expect(either(officer, theClock).roles).toEqual(['officer']);
  });
});

describe('the clock and a reaction', () => {
  it('let themselves and nobody else', () => {
    expect([clock, follower, person('operator')].map((actor) => theClock.permits(actor, contract))).toEqual([true, false, false]);
    expect([clock, follower, person('operator')].map((actor) => aReaction.permits(actor, contract))).toEqual([false, true, false]);
  });

  it('are open to no role, so that their commands have no route', () => {
    expect([theClock.roles, aReaction.roles]).toEqual([[], []]);
  });
});

describe('the words for an access', () => {
  it('name the owner by the field that the selector reads', () => {
    expect(officer.words).toBe('officer of registrar');
    expect(director.words).toBe('director of registrar');
    expect(applicant.words).toBe('applicant of parties');
    expect(either(officer, theClock).words).toBe('officer of registrar, or the clock');
    expect(either(aReaction, director).words).toBe('a reaction, or director of registrar');
  });

  it('say "its owner" where the selector does not begin with a field of the document', () => {
    expect(applicantOf((s: Contract) => [...s.parties.map((p) => p.org), 'NO-ORGNR:1']).words).toBe('applicant of its owner');
    expect(officerOf(() => contract.registrar).words).toBe('officer of its owner');
    expect(officerOf(({ registrar }: Contract) => registrar).words).toBe('officer of its owner');
  });
});

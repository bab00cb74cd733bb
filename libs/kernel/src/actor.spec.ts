import fc from 'fast-check';
import { type Actor, agency, type AgencyRef, audienceOf, everyone, org, partyOf, personAlone, roles } from './actor.ts';

const analyst: Actor = { id: 'p1', kind: 'person', roles: ['analyst'] };

describe('the audience words', () => {
  it('tell an agency from an organisation of the same name', () => {
    expect([agency('NO-03/rcn'), org('NO-03/rcn'), everyone]).toEqual(['agency:NO-03/rcn', 'org:NO-03/rcn', 'public']);
  });

  it('that everybody holds are the public ones, and that of the person alone', () => {
    expect(audienceOf(analyst)).toEqual(['public', 'person:p1']);
    expect(audienceOf({ ...analyst, id: 'p2' })).toEqual(['public', personAlone('p2')]);
  });

  it.each(roles)('of the agency are held by its own %s only if that is a role of its staff', (role) => {
    const isStaff = ['officer', 'director', 'analyst', 'auditor', 'operator'].includes(role);
    const held = audienceOf({ ...analyst, roles: [role], agency: 'NO-03/rcn' });
    expect(held).toEqual(isStaff ? ['public', 'agency:NO-03/rcn', 'person:p1'] : ['public', 'person:p1']);
  });

  it('of the agency are held by an applicant who is on its staff as well, and by nobody without a role', () => {
    const held = (...roles: Actor['roles'][number][]) => audienceOf({ ...analyst, roles, agency: 'NO-03/rcn' });
    expect(held('applicant', 'officer')).toEqual(['public', 'agency:NO-03/rcn', 'person:p1']);
    expect(held()).toEqual(['public', 'person:p1']);
  });

  it('that somebody of an organisation holds are those of the organisation', () => {
    expect(audienceOf({ ...analyst, org: 'NO-ORGNR:919303808' })).toEqual(['public', 'org:NO-ORGNR:919303808', 'person:p1']);
  });

  it('of an organisation do not depend on the roles that somebody has', () => {
    const held = roles.map((name) => audienceOf({ ...analyst, roles: [name], org: 'NO-ORGNR:919303808' }));
    expect(new Set(held.map((words) => words.join()))).toEqual(new Set(['public,org:NO-ORGNR:919303808,person:p1']));
  });

  it.each(['clock', 'reaction'] as const)('of a person alone are not held by a %s, whatever its name', (kind) => {
    expect(audienceOf({ id: 'p1', kind, roles: [] })).toEqual(['public']);
  });

  it('of two people on staffs meet beyond the public only where they share an agency or an organisation', () => {
    const anyone = fc.record({
      agency: fc.option(fc.constantFrom<AgencyRef>('NO-03/rcn', 'NO-03/inn', 'NO-30/rcn'), { nil: undefined }),
      org: fc.option(fc.constantFrom('NO-03/rcn', 'NO-ORGNR:919303808'), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const held = audienceOf({ ...analyst, id: 'p2', ...other });
        const shared = audienceOf({ ...analyst, ...one }).filter((word) => word !== everyone && held.includes(word));
        const expected =
          Number(one.agency !== undefined && one.agency === other.agency) + Number(one.org !== undefined && one.org === other.org);
        expect(shared).toHaveLength(expected);
      }),
    );
  });
});

describe('in whose name somebody acts', () => {
  const anyone: Actor = { id: 'p1', kind: 'person', roles: ['applicant'], agency: 'NO-03/rcn' };
  it('is his organisation, else as its staff his agency, else he himself', () => {
    expect(partyOf({ ...anyone, org: 'NO-ORGNR:919303808' })).toBe('org:NO-ORGNR:919303808');
    expect(partyOf({ ...anyone, roles: ['officer'] })).toBe('agency:NO-03/rcn');
    expect(partyOf(anyone)).toBe('person:p1');
  });

  it('is one of the words that he holds himself', () => {
    for (const roles of [['applicant'], ['officer'], ['expert', 'analyst']] as const)
      for (const org of [{}, { org: 'NO-ORGNR:919303808' }])
        expect(audienceOf({ ...anyone, roles, ...org })).toContain(partyOf({ ...anyone, roles, ...org }));
  });
});

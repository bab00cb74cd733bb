import fc from 'fast-check';
import { type Actor, agency, type AgencyRef, audienceOf, everyone, org, roles } from './actor.ts';

const analyst: Actor = { id: 'p1', kind: 'person', roles: ['analyst'] };

describe('the audience words', () => {
  it('tell an agency from an organisation of the same name', () => {
    expect([agency('NO-03/rcn'), org('NO-03/rcn'), everyone]).toEqual(['agency:NO-03/rcn', 'org:NO-03/rcn', 'public']);
  });

  it('that everybody holds are the public ones', () => {
    expect(audienceOf(analyst)).toEqual(['public']);
  });

  it('that somebody of an agency holds are those of the agency', () => {
    expect(audienceOf({ ...analyst, agency: 'NO-03/rcn' })).toEqual(['public', 'agency:NO-03/rcn']);
  });

  it('that somebody of an organisation holds are those of the organisation', () => {
    expect(audienceOf({ ...analyst, org: 'NO-ORGNR:919303808' })).toEqual(['public', 'org:NO-ORGNR:919303808']);
  });

  it('do not depend on the roles that somebody has', () => {
    const held = roles.map((name) => audienceOf({ ...analyst, roles: [name], agency: 'NO-03/rcn' }));
    expect(new Set(held.map((words) => words.join()))).toEqual(new Set(['public,agency:NO-03/rcn']));
  });

  it('of two people meet beyond the public only where they share an agency or an organisation', () => {
    const anyone = fc.record({
      agency: fc.option(fc.constantFrom<AgencyRef>('NO-03/rcn', 'NO-03/inn', 'NO-30/rcn'), { nil: undefined }),
      org: fc.option(fc.constantFrom('NO-03/rcn', 'NO-ORGNR:919303808'), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const held = audienceOf({ ...analyst, ...other });
        const shared = audienceOf({ ...analyst, ...one }).filter((word) => word !== everyone && held.includes(word));
        const expected =
          Number(one.agency !== undefined && one.agency === other.agency) + Number(one.org !== undefined && one.org === other.org);
        expect(shared).toHaveLength(expected);
      }),
    );
  });
});

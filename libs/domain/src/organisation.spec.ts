import { checkOrganisationId, Organisation, OrganisationId } from './organisation.ts';

describe("an organisation's id", () => {
  it.each(['CN-USCI:91350100M000100Y43', 'NO-ORGNR:971035854', 'NO-ORGNR:', 'NO-ORGNR:971 035 854', 'DE-FOREIGN:HRB 4711', 'SE-FOREIGN:5'])(
    'names country, scheme and number: %s',
    (id) => {
      expect(OrganisationId.parse(id)).toBe(id);
    },
  );

  it.each([
    '971035854',
    'NO-ORGNR',
    'CN-USCI:91350100M000100Y4',
    'CN-USCI:91350100m000100y43',
    'CN-FOREIGN:1',
    'DE-FOREIGN:',
    'DE-FOREIGN: 1',
  ])('is not %j', (id) => {
    expect(OrganisationId.safeParse(id).success).toBe(false);
  });

  it.each([
    ['CN-USCI:91350100M000100Y43', []],
    ['CN-USCI:91350203M0001QAY9B', ['check']],
    ['NO-ORGNR:971035854', []],
    ['NO-ORGNR:', ['missing']],
    ['DE-FOREIGN:HRB:4711', []],
  ] as const)('is checked by the rule of its scheme: %s has the faults %j', (id, faults) => {
    expect(checkOrganisationId(id)).toEqual({ valid: faults.length === 0, faults });
  });
});

describe('an organisation', () => {
  const realButFaulty = { id: 'CN-USCI:91350203M0001QAY9B', name: '厦门某企业' };
  const override = { by: 'officer-7', reason: '营业执照原件已核对，号码确实如此' };

  it('needs no more than an id and a name', () => {
    const organisation = { id: 'CN-USCI:91331082MA00D034X0', name: '临海某企业' };
    expect(Organisation.parse(organisation)).toEqual(organisation);
  });

  it('has a region and a kind where they are known', () => {
    const organisation = { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50', kind: 'institute' };
    expect(Organisation.parse(organisation)).toEqual(organisation);
  });

  it('is refused with wrong check digits, and the id is named as the field at fault', () => {
    expect(Organisation.safeParse(realButFaulty).error?.issues).toEqual([expect.objectContaining({ path: ['id'] })]);
  });

  it('is accepted with wrong check digits when someone vouches for it, and the reason is kept', () => {
    expect(Organisation.parse({ ...realButFaulty, override })).toEqual({ ...realButFaulty, override });
  });

  it.each([
    { by: 'officer-7', reason: '看过了' },
    { by: 'officer-7', reason: '          .' },
    { by: '', reason: override.reason },
    { by: 'x'.repeat(301), reason: override.reason },
    { by: override.by, reason: 'x'.repeat(2001) },
  ])('is refused with an override that says too little, or more than a record holds: %j', (said) => {
    expect(Organisation.safeParse({ ...realButFaulty, override: said }).success).toBe(false);
  });

  it.each(['NO-ORGNR:', 'NO-ORGNR:971035855'])('is never refused for its Norwegian number: %s', (id) => {
    expect(Organisation.safeParse({ id, name: 'ukjent' }).success).toBe(true);
  });
});

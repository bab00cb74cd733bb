import { OrganisationId, checkOrganisationId } from '@xietong/domain';
import { roles } from '@xietong/kernel';
import { analyst, demoAgencies, demoPeople, importer, principalOf, regionOf, shownPeople } from './demo-people.ts';

describe("the demonstration's people", () => {
  it('come from two agencies in each of two regions', () => {
    expect(Object.entries(Object.groupBy(demoAgencies, regionOf)).map(([region, agencies]) => [region, agencies?.length])).toEqual([
      ['CN-331082', 2],
      ['NO-03', 2],
    ]);
  });

  it('are one for each role of each agency, under 32 different names', () => {
    expect(new Set(demoPeople.map(({ username }) => username)).size).toBe(4 * roles.length);
    expect(demoPeople.map(({ username }) => username)).toEqual(
      expect.arrayContaining(['rcn-analyst', 'inn-officer', 'kjj-director', 'jxj-auditor']),
    );
  });

  it('include whoever imports the grants, reads the first figures and is named at the end', () => {
    expect(demoPeople.map(({ username }) => username)).toEqual(expect.arrayContaining([importer, analyst, ...shownPeople]));
  });

  it('apply for organisations with sound numbers', () => {
    for (const { applicantFor } of demoAgencies)
      expect(checkOrganisationId(OrganisationId.parse(applicantFor))).toEqual({ valid: true, faults: [] });
  });

  it('leave each agency a principal of its own at Kafka', () => {
    expect(demoAgencies.map(principalOf)).toEqual(['CN-331082.kjj', 'CN-331082.jxj', 'NO-03.rcn', 'NO-03.inn']);
  });
});

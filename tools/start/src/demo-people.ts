import type { LocalText, OrganisationId } from '@xietong/domain';
import { type AgencyRef, type Role, roles } from '@xietong/kernel';

/** An agency of the demonstration: two regions, two agencies in each. */
export interface DemoAgency {
  readonly ref: AgencyRef;
  readonly name: LocalText;
  /** The organisation that its applicant acts for. */
  readonly applicantFor: OrganisationId;
}

export const demoAgencies: readonly DemoAgency[] = [
  {
    ref: 'CN-331082/kjj',
    name: { zh: '临海市科学技术局', en: 'Linhai Science and Technology Bureau' },
    applicantFor: 'CN-USCI:91331082MA00D034X0',
  },
  {
    ref: 'CN-331082/jxj',
    name: { zh: '临海市经济和信息化局', en: 'Linhai Economy and Information Bureau' },
    applicantFor: 'CN-USCI:91310115MA00DEM225',
  },
  { ref: 'NO-03/rcn', name: { zh: '挪威研究理事会', en: 'Research Council of Norway' }, applicantFor: 'NO-ORGNR:919303808' },
  { ref: 'NO-03/inn', name: { zh: '挪威创新署', en: 'Innovation Norway' }, applicantFor: 'NO-ORGNR:971035854' },
];

export const regionOf = ({ ref }: DemoAgency): string => ref.slice(0, ref.indexOf('/'));
export const shortNameOf = ({ ref }: DemoAgency): string => ref.slice(ref.indexOf('/') + 1);

/** The agency's principal at Kafka, which may write under that prefix only: `NO-03.rcn`. */
export const principalOf = ({ ref }: DemoAgency): string => ref.replace('/', '.');

/** One person of the demonstration: a role in an agency. */
export interface DemoPerson {
  /** `rcn-analyst`. */
  readonly username: string;
  readonly role: Role;
  readonly agency: DemoAgency;
  /** As the portal greets the person; without one it is the role and the agency. */
  readonly name?: { readonly first: string; readonly last: string };
}

/** Every role in every agency: 32 people. */
export const demoPeople: readonly DemoPerson[] = demoAgencies.flatMap((agency) =>
  roles.map((role) => ({ username: `${shortNameOf(agency)}-${role}`, role, agency })),
);

/** The users that the last block of `npm start` names; `importer` registers the grants. */
export const importer = 'rcn-officer';
export const analyst = 'rcn-analyst';
export const shownPeople: readonly string[] = [analyst, importer, 'rcn-director', 'kjj-analyst', 'kjj-officer'];

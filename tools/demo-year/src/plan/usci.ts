import { type OrganisationId, organisationCheckCharacter, usciCheckCharacter, type RegionCode } from '@xietong/domain';

/** Registration authority and category of an organisation in its identifier (GB 32100-2015): a company, or a public institution. */
export type Registered = '91' | '12';

/**
 * An invented identifier with right check characters. `serial` (0 to 999,999) tells the organisations of one division apart. Codes of
 * companies since 2015 begin with MA.
 */
export function usciOf(registered: Registered, region: RegionCode, serial: number): OrganisationId {
  const first16 = `${registered}${region.slice('CN-'.length)}MA${String(serial).padStart(6, '0')}`;
  const first17 = `${first16}${organisationCheckCharacter(first16)}`;
  return `CN-USCI:${first17}${usciCheckCharacter(first17)}`;
}

import type { Member, MemberId } from '@xietong/contracts-projects';
import { hasSoundIdentifier, isKnownRegion, OrganisationId } from '@xietong/domain';
import { type Actor, AgencyRef, refuse, regionOf } from '@xietong/kernel';

/** The agency that a member is, where it is one and not an organisation. */
export const agencyOf = (id: MemberId): AgencyRef | undefined => AgencyRef.safeParse(id).data;

/** Who acts for a member: an applicant of the organisation, or an officer of the agency, that it is. Nobody else does, the founding agency included. */
export function actsFor(actor: Actor, member: MemberId): boolean {
  if (actor.kind !== 'person') return false;
  return agencyOf(member)
    ? actor.roles.includes('officer') && actor.agency === member
    : actor.roles.includes('applicant') && actor.org === member;
}

/** Why somebody cannot be a member, if so. An agency stands for its own region and no other. */
export function checkMember({ id, region, override }: Member, at: string) {
  if (!isKnownRegion(region)) return refuse('region-unknown', { region }, `${at}.region`);
  const agency = agencyOf(id);
  if (agency) return regionOf(agency) === region ? undefined : refuse('region-not-of-agency', { region: regionOf(agency) }, `${at}.region`);
  return hasSoundIdentifier({ id: OrganisationId.parse(id), override }) ? undefined : refuse('identifier-unsound', {}, `${at}.id`);
}

import type { RegionCode } from '@xietong/domain';
import { z } from 'zod';

/** The roles of the realm (`infra/keycloak/realm.json`). */
export const roles = ['applicant', 'expert', 'officer', 'director', 'analyst', 'auditor', 'operator', 'partner'] as const;
export type Role = (typeof roles)[number];

/**
 * The roles of an agency's own people. Applicants, experts and partners are registered with an agency too, and their token names
 * it, but they come from outside: they read what their organisation takes part in, not what the agency keeps.
 */
const staffRoles: readonly Role[] = ['officer', 'director', 'analyst', 'auditor', 'operator'];

/** An agency within its region, `CN-331082/kjj`: the region's code, then the agency's short name in small letters. */
export const AgencyRef = z.templateLiteral([
  z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/),
  '/',
  z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
]);
export type AgencyRef = z.output<typeof AgencyRef>;

/** The region that an agency is of: `CN-331082` of `CN-331082/kjj`. */
export const regionOf = (ref: AgencyRef): RegionCode => ref.slice(0, ref.indexOf('/')) as RegionCode;

/** The agency that the source of an event names: `NO-03/rcn` of `/NO-03/rcn/projects`. */
export const agencyOf = (source: string): AgencyRef => AgencyRef.parse(source.split('/').slice(1, 3).join('/'));

/** A person as the platform knows him: a pseudonym, never a name. */
export const Pseudonym = z.string().regex(/^[\w-]{22}$/);

/** Who asks. `id` is a pseudonym: it says that two acts are by one person, not who that person is. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'clock' | 'reaction';
  readonly roles: readonly Role[];
  readonly agency?: AgencyRef;
  readonly org?: string;
}

/** A word in a document's audience; who holds one of the words may read the document. */
export type AudienceToken = 'public' | `agency:${AgencyRef}` | `org:${string}` | `person:${string}`;

export const agency = (ref: AgencyRef): AudienceToken => `agency:${ref}`;
export const org = (id: string): AudienceToken => `org:${id}`;
/** One person alone, by the pseudonym: for what not even the agency reads, such as a vote before it is counted. */
export const personAlone = (id: string): AudienceToken => `person:${id}`;
export const everyone: AudienceToken = 'public';

/**
 * The audience words that an actor holds, the agency's for its staff, the organisation's for whoever acts for it and a person's own: what
 * the store filters every read, list, count and export by.
 */
export function audienceOf(actor: Actor): AudienceToken[] {
  const tokens: AudienceToken[] = [everyone];
  if (actor.agency && actor.roles.some((role) => staffRoles.includes(role))) tokens.push(agency(actor.agency));
  if (actor.org) tokens.push(org(actor.org));
  if (actor.kind === 'person') tokens.push(personAlone(actor.id));
  return tokens;
}

/** In whose name somebody acts: his organisation's, else, as its staff, his agency's, else his own. */
export function partyOf(actor: Actor): AudienceToken {
  if (actor.org) return org(actor.org);
  if (actor.agency && actor.roles.some((role) => staffRoles.includes(role))) return agency(actor.agency);
  return personAlone(actor.id);
}

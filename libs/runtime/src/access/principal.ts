import { createHmac } from 'node:crypto';
import { type Actor, type Role, roles } from '@xietong/kernel';
import { z } from 'zod';

/** The claims that this platform reads of an access token of the realm; what else is in it is left alone. */
export const Claims = z.object({
  sub: z.string().min(1).max(255),
  exp: z.number(),
  iat: z.number(),
  typ: z.literal('Bearer'),
  roles: z.array(z.string()).optional(),
  realm_access: z.object({ roles: z.array(z.string()) }).optional(),
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/)
    .optional(),
  agency: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/)
    .optional(),
  org: z.string().min(1).max(100).optional(),
});
export type Claims = z.output<typeof Claims>;

/** Who holds a token that was verified. One object per token, for as long as the token is remembered. */
export interface Verified {
  readonly actor: Actor;
  /** The realm roles as the token states them, for `keycloak-connect`. */
  readonly realmRoles: readonly string[];
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** The person behind the claims, under a pseudonym that the key makes: HMAC-SHA256 of `sub`, 22 characters (132 bits). */
export function toVerified(claims: Claims, pseudonymKey: string): Verified {
  const realmRoles = claims.realm_access?.roles ?? claims.roles ?? [];
  const stated = claims.roles ?? realmRoles;
  const actor: Actor = {
    id: createHmac('sha256', pseudonymKey).update(claims.sub).digest('base64url').slice(0, 22),
    kind: 'person',
    roles: roles.filter((role: Role) => stated.includes(role)),
    ...(claims.region !== undefined && claims.agency !== undefined ? { agency: `${claims.region}/${claims.agency}` as const } : {}),
    ...(claims.org !== undefined ? { org: claims.org } : {}),
  };
  return { actor, realmRoles, expiresAt: claims.exp };
}

import type { Role } from '@xietong/kernel';
import type { Request, Response } from 'express';
import type { Verified } from './principal.ts';

/** Made once for a route with the roles that it lets pass; then asked for each request whose token was verified. */
export type RoleGuard = (roles: readonly Role[]) => (verified: Verified, request: Request, response: Response) => boolean;

/** Guards by the roles of the actor alone. */
export const plainGuard: RoleGuard =
  (roles) =>
  ({ actor }) =>
    roles.some((role) => actor.roles.includes(role));

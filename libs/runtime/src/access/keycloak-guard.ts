import { createRequire } from 'node:module';
import Keycloak from 'keycloak-connect';
import type { Verified } from './principal.ts';
import { plainGuard, type RoleGuard } from './role-guard.ts';

// The adapter exports no maker of tokens, and its own way to one verifies less than jose does.
const Token = createRequire(import.meta.url)('keycloak-connect/middleware/auth-utils/token.js') as new (
  jwt: undefined,
  clientId: string,
) => Keycloak.Token & { content?: { realm_access: { roles: readonly string[] } } };

/**
 * Guards roles by `keycloak-connect`, bearer only, behind the verifier: it is handed the roles of a token that jose has verified and
 * decides by `protect` alone. None of its own routes is mounted and it makes no request.
 */
export function keycloakGuard({ issuer, clientId }: { issuer: string; clientId: string }): RoleGuard {
  const [serverUrl = '', realm = ''] = issuer.split('/realms/');
  const keycloak = new Keycloak(
    {},
    { 'auth-server-url': serverUrl, realm, resource: clientId, 'bearer-only': true, 'ssl-required': 'external', 'confidential-port': 0 },
  );
  // The caller answers for a refusal, in the platform's own form.
  keycloak.accessDenied = () => undefined;

  const tokens = new WeakMap<Verified, Keycloak.Token>();
  const tokenOf = (verified: Verified): Keycloak.Token => {
    const known = tokens.get(verified);
    if (known) return known;
    const token = Object.assign(new Token(undefined, clientId), { content: { realm_access: { roles: verified.realmRoles } } });
    tokens.set(verified, token);
    return token;
  };

  return (roles) => {
    const protect = keycloak.protect((token) => roles.some((role) => token.hasRole(`realm:${role}`)));
    const isOurs = plainGuard(roles);
    return (verified, request, response) => {
      let passed = false;
      const guarded = Object.assign(request, { kauth: { grant: { access_token: tokenOf(verified) } } });
      protect(guarded, response, () => (passed = true));
      // A token that says one thing in `roles` and another in `realm_access` must hold the role in both.
      return passed && isOurs(verified, request, response);
    };
  };
}

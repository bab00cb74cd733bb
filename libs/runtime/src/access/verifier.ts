import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { Logger } from 'pino';
import { keyRing, KeysUnavailable } from './key-ring.ts';
import { Claims, toVerified, type Verified } from './principal.ts';
import { tokenCache } from './token-cache.ts';

/** How the verification of a token ended; `reason` names the claim or the check that failed. */
export type Verification =
  | { readonly kind: 'verified'; readonly verified: Verified }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unavailable' };

/** Verifies a bearer token. Never throws, whatever the token or the identity provider is like. */
export type Verify = (token: string) => Promise<Verification>;

export interface VerifierOptions {
  /** `…/realms/xietong`, to the letter as tokens state it. */
  readonly issuer: string;
  /** `xietong-<context>`. */
  readonly audience: string;
  readonly pseudonymKey: string;
  readonly log: Pick<Logger, 'warn'>;
  /** Where the keys are; by default where Keycloak has them. */
  readonly jwksUrl?: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  /** How long the provider may take to give its keys; 2 s by default. */
  readonly providerTimeoutMs?: number;
}

const algorithms = ['RS256', 'PS256', 'ES256'];
const clockToleranceS = 5;

/**
 * The one verifier of the platform: issuer, audience, algorithm, `exp`, `iat`, `nbf` and type
 * of token are all required to be right, with five seconds of tolerance between clocks.
 */
export function verifier({
  issuer,
  audience,
  pseudonymKey,
  log,
  jwksUrl,
  now = Date.now,
  providerTimeoutMs = 2_000,
}: VerifierOptions): Verify {
  const keys = keyRing({ url: new URL(jwksUrl ?? `${issuer}/protocol/openid-connect/certs`), log, now, timeoutMs: providerTimeoutMs });
  const cache = tokenCache(now);

  async function verify(token: string): Promise<Verification> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      clockTolerance: clockToleranceS,
      currentDate: new Date(now()),
    });
    if (isFromTheFuture(payload, now())) return { kind: 'refused', reason: 'iat' };
    const claims = Claims.safeParse(payload);
    if (!claims.success) return { kind: 'refused', reason: String(claims.error.issues[0]?.path[0]) };
    const verified = toVerified(claims.data, pseudonymKey);
    cache.keep(token, verified);
    return { kind: 'verified', verified };
  }

  return async (token) => {
    const known = cache.find(token);
    if (known) return { kind: 'verified', verified: known };
    try {
      return await verify(token);
    } catch (fault) {
      if (fault instanceof KeysUnavailable) return { kind: 'unavailable' };
      // A fault that is not jose's own, such as a key of the provider that is too weak to use, is for the operator to see.
      if (!(fault instanceof errors.JOSEError)) log.warn({ err: fault }, 'a token could not be verified');
      return { kind: 'refused', reason: reasonOf(fault) };
    }
  };
}

// jose reads `iat` only when a maximum age is asked for, and access tokens have none beside `exp`.
function isFromTheFuture({ iat = 0 }: JWTPayload, nowMs: number): boolean {
  return iat > nowMs / 1000 + clockToleranceS;
}

function reasonOf(fault: unknown): string {
  if (fault instanceof errors.JWTClaimValidationFailed || fault instanceof errors.JWTExpired) return fault.claim;
  if (fault instanceof errors.JOSEAlgNotAllowed) return 'alg';
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) return 'kid';
  if (fault instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  return 'form';
}

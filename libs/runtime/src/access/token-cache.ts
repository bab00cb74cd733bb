import type { Verified } from './principal.ts';

const heldMsMax = 5 * 60_000;
const tokensMax = 5_000;

/** Remembers verified tokens until they expire and never longer than five minutes, the newest 5,000. */
export interface TokenCache {
  find(token: string): Verified | undefined;
  keep(token: string, verified: Verified): void;
}

export function tokenCache(now: () => number, max = tokensMax): TokenCache {
  const held = new Map<string, { token: string; verified: Verified; untilMs: number }>();
  // The end of a signature tells tokens apart; the whole token is then compared. Hashing it instead cost 4 of 70 us a request.
  const keyOf = (token: string) => token.slice(-32);
  return {
    find(token) {
      const key = keyOf(token);
      const found = held.get(key);
      if (found?.token !== token) return undefined;
      if (now() < found.untilMs) return found.verified;
      held.delete(key);
      return undefined;
    },
    keep(token, verified) {
      const oldest = held.keys().next();
      if (held.size >= max && !oldest.done) held.delete(oldest.value);
      held.set(keyOf(token), { token, verified, untilMs: Math.min(verified.expiresAt * 1000, now() + heldMsMax) });
    },
  };
}

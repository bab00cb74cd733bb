import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';

/** Keys are asked for again after this age; with the five minutes of the token cache, a removed key is refused within nine. */
const refreshAfterMs = 4 * 60_000;
/** Keys serve this long while the provider is away. Longer, and cutting a service off from it would keep a stolen key alive. */
const serveForMs = 60 * 60_000;
const pauseMs = 10_000;
const pauseWithoutKeysMs = 1_000;

export interface KeyRingParts {
  readonly url: URL;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => number;
  readonly timeoutMs: number;
}

/** The identity provider is away and no key that could decide is at hand. */
export class KeysUnavailable extends Error {
  constructor() {
    super('the identity provider gives no keys');
    this.name = 'KeysUnavailable';
  }
}

/**
 * The provider's signing keys by `kid`. Asks once for many waiting requests, gives up after `timeoutMs`, pauses between attempts (10 s,
 * or 1 s before the first keys), and goes on with the keys it has. Throws `KeysUnavailable`, or jose's error for an unknown key.
 */
export function keyRing({ url, log, now, timeoutMs }: KeyRingParts): JWTVerifyGetKey {
  // jose fetches and selects; when to fetch is decided here, since jose drops good keys once the provider is away.
  const remote = createRemoteJWKSet(url, { timeoutDuration: timeoutMs, cooldownDuration: Infinity, cacheMaxAge: Infinity });
  let loadedAt = -Infinity;
  let attemptedAt = -Infinity;
  let failing = false;
  const ageMs = () => now() - loadedAt;

  async function refresh(): Promise<void> {
    const pause = loadedAt === -Infinity ? pauseWithoutKeysMs : pauseMs;
    if (!remote.reloading && now() - attemptedAt < pause) return;
    if (!remote.reloading) attemptedAt = now();
    try {
      await remote.reload();
      loadedAt = now();
      failing = false;
    } catch (err) {
      failing = true;
      log.warn({ err }, 'the identity provider gave no keys');
    }
  }

  return async (header, token) => {
    if (ageMs() > refreshAfterMs) await refresh();
    if (ageMs() > serveForMs) throw new KeysUnavailable();
    try {
      return await remote(header, token);
    } catch (fault) {
      if (!(fault instanceof errors.JWKSNoMatchingKey)) throw fault;
      await refresh();
      if (failing) throw new KeysUnavailable();
      return remote(header, token);
    }
  };
}

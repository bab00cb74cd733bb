import { Buffer } from 'node:buffer';
import { z } from 'zod';

/** Where the bearer token of a request comes from. `rejected` is one that the service would not take: it is never given again. */
export type TokenSource = (rejected?: string) => Promise<string>;

const renewBeforeExpiryMs = 30_000;

/** Keeps a token until half a minute before it expires. Requests that need a new one at the same time share one fetch. */
export function tokenSource(fetchToken: () => Promise<string>, now: () => number = Date.now): TokenSource {
  let kept: { token: string; expiresAtMs: number } | undefined;
  let fetching: Promise<string> | undefined;
  const renew = async () => {
    const token = await fetchToken();
    kept = { token, expiresAtMs: expiryOf(token) };
    return token;
  };
  return async (rejected) => {
    if (kept && kept.token !== rejected && now() < kept.expiresAtMs - renewBeforeExpiryMs) return kept.token;
    fetching ??= renew().finally(() => (fetching = undefined));
    return fetching;
  };
}

// Only the service verifies a token; here its claim says when to ask for the next. One that is no JWT is kept until it is rejected.
function expiryOf(token: string): number {
  const [, payload] = token.split('.');
  if (payload === undefined) return Number.POSITIVE_INFINITY;
  return z.object({ exp: z.number() }).parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).exp * 1000;
}

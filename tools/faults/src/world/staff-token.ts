import type { TokenIssuer } from '@xietong/runtime/testing';

/** The window in which a token is good, in ms before and after now. */
export interface Validity {
  readonly sinceMs: number;
  readonly forMs: number;
}

const hourMs = 3_600_000;
const usual: Validity = { sinceMs: 0, forMs: 6 * hourMs };

/** A token of one person who is officer, director and operator of the agency; good for the next six hours unless told otherwise. */
export function staffToken(issuer: TokenIssuer, agencyRef: string, { sinceMs, forMs } = usual): Promise<string> {
  const [region, agency] = agencyRef.split('/');
  const secondsAt = (ms: number): number => Math.floor((Date.now() + ms) / 1000);
  return issuer.sign({
    aud: ['xietong-projects', 'xietong-reporting'],
    roles: ['officer', 'director', 'operator'],
    region,
    agency,
    iat: secondsAt(-sinceMs),
    exp: secondsAt(forMs),
  });
}

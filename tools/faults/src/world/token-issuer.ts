import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The window in which a token is good, in ms before and after now. */
export interface Validity {
  readonly sinceMs: number;
  readonly forMs: number;
}

/** An issuer of tokens on this machine: where the identity provider is not the victim, it need not be up. */
export interface TokenIssuer {
  readonly issuer: string;
  /** A token of one person who is officer, director and operator of the agency; good for the next six hours unless told otherwise. */
  token(agency: string, validity?: Validity): Promise<string>;
  close(): void;
}

const hourMs = 3_600_000;
const usual: Validity = { sinceMs: 0, forMs: 6 * hourMs };
const roles = ['officer', 'director', 'operator'];

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'faults', alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(jwks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/faults`;
  return {
    issuer,
    token(agencyRef, { sinceMs, forMs } = usual) {
      const [region, agency] = agencyRef.split('/');
      const nowMs = Date.now();
      return new SignJWT({ typ: 'Bearer', roles, realm_access: { roles }, region, agency })
        .setProtectedHeader({ alg: 'RS256', kid: 'faults' })
        .setSubject('faults')
        .setIssuer(issuer)
        .setAudience(['xietong-projects', 'xietong-reporting'])
        .setIssuedAt(Math.floor((nowMs - sinceMs) / 1000))
        .setExpirationTime(Math.floor((nowMs + forMs) / 1000))
        .sign(privateKey);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

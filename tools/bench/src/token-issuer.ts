import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An issuer of tokens on this machine, so that a measurement of the platform is not one of the identity provider. */
export interface TokenIssuer {
  readonly issuer: string;
  /** A token of an officer of the agency, good for an hour. */
  token(region: string, agency: string, audiences: readonly string[]): Promise<string>;
  close(): void;
}

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(jwks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/bench`;
  return {
    issuer,
    token: (region, agency, audiences) =>
      new SignJWT({ typ: 'Bearer', roles: ['officer'], realm_access: { roles: ['officer'] }, region, agency })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
        .setSubject('bench')
        .setIssuer(issuer)
        .setAudience([...audiences])
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    close: () => void server.close(),
  };
}

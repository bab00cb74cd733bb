import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** What the provider does when it is asked for keys. */
export type ProviderMood = 'well' | 'html' | 'failing' | 'hanging';

export interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function makeKey(kid: string, alg = 'ES256'): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

// Made once: an RSA key costs more than all the rest of a test.
const firstKey = makeKey('key-1', 'RS256');

/** An identity provider on a local port: it answers for its keys, and a test may change its keys and its mood. */
export class TokenIssuer {
  readonly audience = 'xietong-harbour';
  keys: Key[];
  mood: ProviderMood = 'well';
  asked = 0;
  private readonly server: Server;

  private constructor(keys: Key[]) {
    this.keys = keys;
    this.server = createServer((_, response) => this.answer(response));
  }

  static async start(): Promise<TokenIssuer> {
    const issuer = new TokenIssuer([await firstKey]);
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve));
    // A test that fails before it stops its servers must not keep the run from ending.
    issuer.server.unref();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/realms/xietong`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A token that is right in every way but for what the caller changes; a claim set to `undefined` is left out. */
  async sign(
    claims: Record<string, unknown> = {},
    { key = this.keys[0] as Key, nowS = Math.floor(Date.now() / 1000) } = {},
  ): Promise<string> {
    const right = {
      iss: this.url,
      aud: [this.audience],
      sub: 'person-1',
      typ: 'Bearer',
      iat: nowS,
      exp: nowS + 600,
      region: 'NO-03',
      agency: 'rcn',
    };
    const roles = (claims.roles as string[] | undefined) ?? [];
    const whole = { ...right, realm_access: { roles }, ...claims };
    return new SignJWT(JSON.parse(JSON.stringify(whole)))
      .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
      .sign(key.privateKey);
  }

  private answer(response: ServerResponse): void {
    this.asked += 1;
    switch (this.mood) {
      case 'well':
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: this.keys.map(({ jwk }) => jwk) }));
        return;
      case 'html':
        response.setHeader('Content-Type', 'text/html').end('<html>starting up</html>');
        return;
      case 'failing':
        response.writeHead(502).end();
        return;
      case 'hanging':
        return;
    }
  }
}

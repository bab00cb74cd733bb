import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, type JWTHeaderParameters, SignJWT } from 'jose';
import { issuer, fetchToken } from './platform-access.ts';
import { fetchAdminToken, withClient } from './temporary-client.ts';

type Part = Readonly<Record<string, unknown>>;

const encode = (part: Part): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part = ''): Part => JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;

/** A token that Keycloak gave, with other claims under the old signature. */
function withClaims(token: string, change: (claims: Part) => Part): string {
  const [header, claims, signature] = token.split('.');
  return [header, encode(change(decode(claims))), signature].join('.');
}

const forgersKey = generateKeyPair('RS256', { extractable: true });

/** The claims of a right token, signed by a key that the forger made himself; `header` may say where that key is to be had. */
async function selfSigned(claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  const { privateKey } = await forgersKey;
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'forged', ...header }).sign(privateKey);
}

/** The claims of a right token under the provider's public key, taken for a secret that both sides share. */
async function signedByPublicKey(claims: Part, kid: string): Promise<string> {
  const { keys } = (await (await fetch(`${issuer}/protocol/openid-connect/certs`)).json()) as { keys: JsonWebKey[] };
  const key = keys.find((one) => 'kid' in one && one.kid === kid);
  const pem = createPublicKey({ key: key ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
}

/** Serves the forger's public key as a provider would, at `/realms/xietong` too. Answers its address and how to stop it. */
async function serveForgersKeys() {
  const keys = [{ ...(await exportJWK((await forgersKey).publicKey)), kid: 'forged', alg: 'RS256', use: 'sig' }];
  const server = createServer((_, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}

/** Tokens that no route may let pass, each with what is wrong about it, and the right one that most are made from. */
export interface WrongTokens {
  readonly tokens: ReadonlyMap<string, string>;
  readonly right: string;
  /** Ends what the tokens need while they are tried. */
  readonly stop: () => void;
}

export async function makeWrongTokens(): Promise<WrongTokens> {
  const right = await fetchToken('rcn-officer');
  const [header, payload] = right.split('.');
  const claims = decode(payload);
  const kid = String(decode(header)['kid']);
  const forger = await serveForgersKeys();
  const jwk = await exportJWK((await forgersKey).publicKey);
  const tokens = new Map([
    ['claims changed under the old signature', withClaims(right, (old) => ({ ...old, roles: ['officer', 'director', 'analyst'] }))],
    ['its end moved under the old signature', withClaims(right, (old) => ({ ...old, exp: Number(old['exp']) + 86_400 }))],
    ['its end taken away', withClaims(right, ({ exp: _, ...old }) => old)],
    ['no signature', `${header}.${payload}.`],
    ['alg none', `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['alg none and the old signature', `${encode({ alg: 'none', typ: 'JWT', kid })}.${right.slice(right.indexOf('.') + 1)}`],
    ['a key of the forger under an unknown id', await selfSigned(claims)],
    ['a key of the forger under the id of a known one', await selfSigned(claims, { kid })],
    ['a key of the forger in its header', await selfSigned(claims, { jwk })],
    ["the provider's public key for a secret", await signedByPublicKey(claims, kid)],
    ['an address of keys in its header', await selfSigned(claims, { jku: forger.url })],
    ['another issuer that serves its keys', await selfSigned({ ...claims, iss: `${forger.url}/realms/xietong` })],
    ['another realm of the same Keycloak', await fetchAdminToken()],
    ["the audience 'account'", await withClient({ audiences: ['account'] }, (client) => fetchToken('rcn-officer', client))],
    ['no audience', await withClient({ audiences: [] }, (client) => fetchToken('rcn-officer', client))],
    ['an audience that only begins right', await withClient({ audiences: ['xietong'] }, (client) => fetchToken('rcn-officer', client))],
    ["the client 'admin-cli'", await fetchToken('rcn-officer', 'admin-cli')],
    ['the issuer for its whole text', issuer],
  ]);
  return { tokens, right, stop: forger.stop };
}

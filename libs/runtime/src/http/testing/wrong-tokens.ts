import { base64url } from 'jose';
import { makeKey, type TokenIssuer } from './token-issuer.ts';

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** Every way in which a token can be wrong (check 17), each with the claims of somebody who may do everything. */
export const wrongTokensOf = (issuer: TokenIssuer, claims: Record<string, unknown>): Record<string, () => Promise<string>> => ({
  'wrong issuer': () => issuer.sign({ ...claims, iss: 'http://127.0.0.1/realms/other' }),
  'wrong audience': () => issuer.sign({ ...claims, aud: ['xietong-elsewhere'] }),
  'no audience': () => issuer.sign({ ...claims, aud: undefined }),
  'no expiry': () => issuer.sign({ ...claims, exp: undefined }),
  expired: () => issuer.sign({ ...claims, exp: secondsFromNow(-60) }),
  'not valid yet': () => issuer.sign({ ...claims, nbf: secondsFromNow(60) }),
  'wrong algorithm': async () => issuer.sign(claims, { key: await makeKey('key-1', 'RS512') }),
  'no algorithm': async () => `${base64url.encode('{"alg":"none"}')}.${(await issuer.sign(claims)).split('.')[1]}.`,
  'unknown key': async () => issuer.sign(claims, { key: await makeKey('stranger') }),
  "another's key under a known id": async () => issuer.sign(claims, { key: await makeKey('key-1', 'RS256') }),
  'a changed claim': async () => {
    const [header, , signature] = (await issuer.sign({ roles: ['applicant'] })).split('.');
    return `${header}.${(await issuer.sign(claims)).split('.')[1]}.${signature}`;
  },
  'a refresh token': () => issuer.sign({ ...claims, typ: 'Refresh' }),
});

import request from 'supertest';
import { keycloakGuard } from '../access/keycloak-guard.ts';
import { verifier } from '../access/verifier.ts';
import { openApiOf } from './openapi.ts';
import { publicPaths } from './routes.ts';
import { makeKey, TokenIssuer } from './testing/token-issuer.ts';
import { ToyHost } from './testing/toy-host.ts';
import { harbour } from './testing/toy-service.ts';
import { wrongTokensOf } from './testing/wrong-tokens.ts';

// Check 17, on every route of the OpenAPI document: a route that is added is tried by itself.

type Operation = { security?: unknown[]; 'x-roles'?: string[] };
const operations = Object.entries(openApiOf(harbour).paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, { security, 'x-roles': roles = [] }]) => ({
    path,
    method: method as 'get' | 'post',
    isPublic: security !== undefined,
    roles,
  })),
);
const guarded = operations.filter(({ isPublic }) => !isPublic);

let issuer: TokenIssuer;
let host: ToyHost;

beforeAll(async () => {
  issuer = await TokenIssuer.start();
  host = await ToyHost.start({
    verify: verifier({ issuer: issuer.url, audience: issuer.audience, pseudonymKey: 'k'.repeat(32), log: { warn: () => undefined } }),
    guard: keycloakGuard({ issuer: issuer.url, clientId: issuer.audience }),
  });
});
afterAll(async () => {
  await host.stop();
  await issuer.stop();
});

const ask = (method: 'get' | 'post', path: string, token?: string) => {
  const asked = request(host.url)[method](path.replaceAll(/\{\w+\}/g, 'NO-03.rcn.A-1'));
  return token === undefined ? asked : asked.set('Authorization', `Bearer ${token}`);
};
const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const everyRole = { roles: ['applicant', 'expert', 'officer', 'director', 'analyst', 'auditor', 'operator', 'partner'] };

const wrongNames = Object.keys(wrongTokensOf({} as TokenIssuer, everyRole));

test('the document has every kind of route, and only those written out are public', () => {
  expect(guarded).toHaveLength(15);
  expect(operations.filter(({ isPublic }) => isPublic).map(({ path }) => path)).toEqual([...publicPaths]);
});

describe.each(guarded)('$method $path', ({ method, path, roles }) => {
  test('refuses whoever sends no token', async () => {
    const { status, body, headers } = await ask(method, path);
    expect([status, body.code, headers['www-authenticate']]).toEqual([401, 'unauthenticated', 'Bearer realm="xietong"']);
  });

  test.each(wrongNames)('refuses a token with %s', async (name) => {
    const { status, body, headers } = await ask(method, path, await wrongTokensOf(issuer, everyRole)[name]?.());
    expect([status, body.code, headers['content-type']]).toEqual([401, 'token-invalid', 'application/problem+json; charset=utf-8']);
    expect(headers['www-authenticate']).toContain('invalid_token');
  });

  test('refuses a token that comes in the address', async () => {
    const token = await issuer.sign(everyRole);
    expect((await ask(method, `${path}?access_token=${token}`)).status).toBe(401);
  });

  test('lets exactly its roles pass', async () => {
    for (const role of [...everyRole.roles, 'nobody']) {
      const { status, body } = await ask(method, path, await issuer.sign({ roles: [role] }));
      const isRefused = status === 403 && body.code === 'role-missing';
      expect([role, isRefused]).toEqual([role, !roles.includes(role)]);
    }
  });
});

test('nothing was read or changed for any of the refused', () => {
  expect([host.commands, host.decisions]).toEqual([[], []]);
});

test.each(publicPaths)('%s answers without a token', async (path) => {
  expect([200, 503]).toContain((await request(host.url).get(path)).status);
});

test.each(['/k_logout', '/k_push_not_before', '/k_version', '/k_query_bearer_token', '/logout'])(
  'the adapter mounts no %s',
  async (path) => {
    expect((await request(host.url).post(path).send('{}')).status).toBe(404);
    expect((await request(host.url).get(path)).status).toBe(404);
  },
);

test('a removed key is refused and a new one accepted, without a restart', async () => {
  const own = await TokenIssuer.start();
  let nowMs = Date.now();
  const other = await ToyHost.start({
    verify: verifier({
      issuer: own.url,
      audience: own.audience,
      pseudonymKey: 'k'.repeat(32),
      log: { warn: () => undefined },
      now: () => nowMs,
    }),
  });
  const token = await own.sign({ roles: ['officer'], exp: secondsFromNow(7200) });
  const read = (bearer: string) => request(other.url).get('/v1/tides').set('Authorization', `Bearer ${bearer}`);
  expect((await read(token)).status).toBe(200);

  const newer = await makeKey('key-2');
  own.keys = [newer];
  nowMs += 9.5 * 60_000;
  expect((await read(token)).status).toBe(401);
  expect((await read(await own.sign({ roles: ['officer'] }, { key: newer, nowS: Math.floor(nowMs / 1000) }))).status).toBe(200);
  await other.stop();
  await own.stop();
});

test('while the identity provider is away and no key is at hand, a caller is told to come back', async () => {
  const own = await TokenIssuer.start();
  own.mood = 'html';
  const other = await ToyHost.start({
    verify: verifier({ issuer: own.url, audience: own.audience, pseudonymKey: 'k'.repeat(32), log: { warn: () => undefined } }),
  });
  const { status, body, headers } = await request(other.url)
    .get('/v1/tides')
    .set('Authorization', `Bearer ${await own.sign({ roles: ['officer'] })}`);
  expect([status, body.code, headers['retry-after']]).toEqual([503, 'identity-provider-unavailable', '5']);
  await other.stop();
  await own.stop();
});

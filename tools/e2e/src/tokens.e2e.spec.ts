import {
  addressOf,
  fetchDescribedRoutes,
  isAboutParked,
  isVacant,
  readReviewedAccess,
  type Route,
  type Service,
  services,
} from './described-routes.ts';
import { fetchToken, portalUrl, type Role, roles, tokenOf } from './platform-access.ts';
import { type Answer, ask, askWith, verdictOf } from './requests.ts';
import { withClient } from './temporary-client.ts';
import { until } from './until.ts';
import { makeWrongTokens, type WrongTokens } from './wrong-tokens.ts';

// Check 17: real tokens of Keycloak, and forged ones, on every route that the services describe.

let wrong: WrongTokens;
beforeAll(async () => {
  wrong = await makeWrongTokens();
  // The services have seen the right token by then, and remember it.
  for (const { first } of services) expect((await askWith(wrong.right, first)).status).toBe(200);
});
afterAll(() => wrong.stop());

const send = (service: Service, route: Route, token?: string): Promise<Answer> => {
  const url = addressOf(service, route);
  return token === undefined ? ask(url, { method: route.method }) : askWith(token, url, { method: route.method });
};

describe.each(services.map((service) => [service.name, service] as const))('the %s service', (name, service) => {
  const { routes, withoutToken } = readReviewedAccess(service);
  const meantFor = (audiences: string[]) => withClient({ audiences }, (client) => fetchToken('rcn-officer', client));
  let [forThis, forOthers] = ['', ''];
  beforeAll(async () => {
    forThis = await meantFor([`xietong-${name}`]);
    forOthers = await meantFor(['account', ...services.filter((one) => one.name !== name).map((one) => `xietong-${one.name}`)]);
  });

  test('describes the routes that people have reviewed, and no other', async () => {
    const described = await fetchDescribedRoutes(service);
    const guarded = described.filter(({ isPublic }) => !isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(guarded.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    const open = described.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual(withoutToken.map((path) => `GET ${path}`).sort());
  });

  test.each(withoutToken)('answers anybody at %s', async (path) => {
    expect((await ask(service.url + path)).status).toBe(200);
  });

  test.each(['/', '/v1', '/v1/', '/admin', '/config', '/logout', '/k_logout', '/k_push_not_before', '/k_version', '/openapi.yaml'])(
    'has nothing at %s',
    async (path) => {
      expect(verdictOf(await ask(service.url + path))).toEqual([404, 'not-found']);
    },
  );

  test.each(['/livez', '/readyz', '/metrics'])('answers %s to those who run it, and nobody at the portal', async (path) => {
    expect(verdictOf(await ask(`${portalUrl}/api/${name}${path}`))).toEqual([404, 'no-such-address']);
  });

  test.each(['/docs', '/docs/start.js', '/openapi.json', '/asyncapi.json'])('describes itself at the portal too, at %s', async (path) => {
    expect((await ask(`${portalUrl}/api/${name}${path}`)).status).toBe(200);
  });

  describe.each(routes)('$method $path', (route) => {
    const reply = async (token?: string) => verdictOf(await send(service, route, token));
    const passedWithout = isVacant(route.path) ? [404, 'not-found'] : [200];

    test(`lets pass ${route.allowed.join(', ')}, and nobody else`, async () => {
      // Who is let pass reads the answer, or is told of the header that a command lacks; nothing is changed.
      const passed = (role: Role) => {
        if (isAboutParked(route.path) && route.method !== 'GET') return [422, 'input-invalid'];
        if (route.method !== 'GET') return [400, 'idempotency-key-missing'];
        if (isVacant(route.path)) return [404, 'not-found'];
        if (route.path.includes('{call}')) return [422, 'call-unknown'];
        if (route.path.includes('{application}')) return [422, 'application-unknown'];
        // The applicant's organisation leads the project that `addressOf` names; experts and partners take no part in it.
        return route.path.includes('{id}') && ['expert', 'partner'].includes(role) ? [404, 'not-found'] : [200];
      };
      for (const role of roles) {
        const expected = route.allowed.includes(role) ? passed(role) : [403, 'role-missing'];
        expect([role, await reply(await tokenOf(`rcn-${role}`))]).toEqual([role, expected]);
      }
    });

    test('refuses whoever sends no token, unless it is open, and one in a form that is not asked for', async () => {
      const token = await tokenOf('rcn-officer');
      const withoutToken = route.isOpen ? passedWithout : [401, 'unauthenticated'];
      expect(await reply()).toEqual(withoutToken);
      const url = addressOf(service, route);
      const { method } = route;
      const inTheAddress = route.isOpen ? [400, 'parameters-invalid'] : [401, 'unauthenticated'];
      expect(verdictOf(await ask(`${url}?access_token=${token}`, { method }))).toEqual(inTheAddress);
      for (const authorization of [token, `Basic ${token}`, 'Bearer', 'Bearer ', `Bearer ${token}, Bearer ${token}`]) {
        expect(verdictOf(await ask(url, { method, headers: { authorization } }))).toEqual([401, 'unauthenticated']);
      }
      expect((await ask(url, { method: method === 'GET' ? 'HEAD' : method })).status).toBe(withoutToken[0]);
      if (route.isOpen) return;
      expect((await ask(url, { method, headers: { cookie: `access_token=${token}` } })).headers.get('www-authenticate')).toBe(
        'Bearer realm="xietong"',
      );
    });

    test('refuses every token that is not quite right', async () => {
      for (const [fault, token] of wrong.tokens) {
        const answer = await send(service, route, token);
        expect([fault, answer.status]).toEqual([fault, 401]);
        expect(answer.text).not.toContain(token);
      }
    });

    test('refuses a token that is meant for the other service', async () => {
      expect(await reply(forOthers)).toEqual([401, 'token-invalid']);
      expect(await reply(forThis)).not.toEqual([401, 'token-invalid']);
    });

    test('is refused at the portal just so', async () => {
      const url = addressOf({ ...service, url: `${portalUrl}/api/${name}` } as Service, route);
      expect(verdictOf(await ask(url, { method: route.method }))).toEqual(route.isOpen ? passedWithout : [401, 'unauthenticated']);
    });
  });
});

test('a token passes until it has expired, and from then on never again', async () => {
  const [service] = services;
  const list = { method: 'GET', path: '/v1/projects' };
  await withClient({ audiences: ['xietong-projects'], lifespanS: 1 }, async (client) => {
    const token = await fetchToken('rcn-officer', client);
    const reply = async () => verdictOf(await send(service, list, token));
    expect(await reply()).toEqual([200]);
    // One second of life, and five that clocks may differ by.
    expect(await until(reply, ([status]) => status === 401, 10_000)).toEqual([401, 'token-invalid']);
  });
});

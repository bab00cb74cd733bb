import { User, UserManager } from 'oidc-client-ts';
import { createSession, rolesIn } from './session.ts';
import { startSession, toReturnPath } from './start-session.ts';

const userWith = (token: string, expiresAt = 4_000_000_000, state?: unknown) =>
  new User({
    access_token: token,
    token_type: 'Bearer',
    expires_at: expiresAt,
    userState: state,
    profile: {
      iss: 'x',
      sub: 's',
      aud: 'xietong-portal',
      exp: 0,
      iat: 0,
      preferred_username: 'rcn-analyst',
      region: 'NO-03',
      agency: 'rcn',
    },
  });

class Shelf {
  readonly held = new Map<string, string>();
  set = (key: string, value: string) => Promise.resolve(void this.held.set(key, value));
  get = (key: string) => Promise.resolve(this.held.get(key) ?? null);
  remove = (key: string) => Promise.resolve(this.held.get(key) ?? null);
  getAllKeys = () => Promise.resolve([...this.held.keys()]);
}

const managerThat = (answers: Partial<Pick<UserManager, 'getUser' | 'signinSilent' | 'signinCallback'>>) =>
  Object.assign(
    new UserManager({
      authority: 'http://127.0.0.1/realms/x',
      client_id: 'c',
      redirect_uri: 'http://127.0.0.1/',
      userStore: new Shelf(),
      stateStore: new Shelf(),
    }),
    answers,
  );

const nowhere = () => undefined;
const refused = () => Promise.reject(new Error('no'));

describe('the session of a tab', () => {
  test('is signed out until someone logs in', async () => {
    const session = await startSession(managerThat({ getUser: () => Promise.resolve(null) }), '/projects', nowhere);
    expect([session.read(), session.token()]).toEqual([{ status: 'signed-out' }, undefined]);
  });

  test('survives a reload', async () => {
    const session = await startSession(managerThat({ getUser: () => Promise.resolve(userWith('t1')) }), '/', nowhere);
    expect([session.read(), session.token()]).toEqual([
      { status: 'signed-in', person: { username: 'rcn-analyst', agency: 'NO-03/rcn', roles: [] } },
      't1',
    ]);
  });

  test('is renewed on a reload after its token has ended', async () => {
    const manager = managerThat({
      getUser: () => Promise.resolve(userWith('old', 1)),
      signinSilent: () => Promise.resolve(userWith('new')),
    });
    expect((await startSession(manager, '/', nowhere)).token()).toBe('new');
  });

  test('begins where Keycloak sends the reader back, at the address that he came from', async () => {
    const paths: string[] = [];
    const manager = managerThat({ signinCallback: () => Promise.resolve(userWith('t1', undefined, { returnTo: '/projects?year=2020' })) });
    const session = await startSession(manager, '/signed-in', (path) => void paths.push(path));
    expect([session.read().status, paths]).toEqual(['signed-in', ['/projects?year=2020']]);
  });

  test('says so when the log-in was not completed', async () => {
    const paths: string[] = [];
    const session = await startSession(managerThat({ signinCallback: refused }), '/signed-in', (path) => void paths.push(path));
    expect([session.read(), paths]).toEqual([{ status: 'signed-out', failed: true }, ['/']]);
  });
});

test('the roles of a reader are those of his token; a token that cannot be read names none', () => {
  const tokenOf = (payload: string) => `h.${Buffer.from(payload).toString('base64url')}.s`;
  expect(rolesIn(tokenOf('{"roles":["operator","auditor"],"name":"鼎"}'))).toEqual(['operator', 'auditor']);
  expect(['', 'a.b.c', tokenOf('{}'), tokenOf('{"roles":"operator"}')].map(rolesIn)).toEqual([[], [], [], []]);
});

describe('a token that ends', () => {
  test('is renewed once for all requests that met its end', async () => {
    let renewals = 0;
    const session = createSession(managerThat({ signinSilent: () => (renewals++, Promise.resolve(userWith('t2'))) }), userWith('t1'));
    expect(await Promise.all([session.renew(), session.renew()])).toEqual([true, true]);
    expect(renewals).toBe(1);
  });

  test('expires the session when it cannot be renewed, and the page hears of it', async () => {
    const session = createSession(managerThat({ signinSilent: refused }), userWith('t1'));
    const heard: string[] = [];
    session.subscribe(() => heard.push(session.read().status));
    await expect(session.renew()).resolves.toBe(false);
    expect([heard, session.token()]).toEqual([['expired'], undefined]);
  });

  test('is replaced by the one that the user manager fetched in time', async () => {
    const manager = managerThat({});
    const session = createSession(manager, userWith('t1'));
    await manager.events.load(userWith('t2'));
    expect(session.token()).toBe('t2');
    await manager.events.unload();
  });
});

describe('the way back after a log-in', () => {
  test.each([
    [{ returnTo: '/figures/pair-projects?by=a,b' }, '/figures/pair-projects?by=a,b'],
    [{ returnTo: '//evil.example' }, '/'],
    [{ returnTo: '/\\evil.example' }, '/'],
    [{ returnTo: 'https://evil.example' }, '/'],
    [{ returnTo: '/signed-in?code=x' }, '/'],
    [undefined, '/'],
  ])('leads only to a page of our own: %j', (state, path) => {
    expect(toReturnPath(state)).toBe(path);
  });
});

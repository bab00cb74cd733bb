import { scenarios } from '../scenarios/scenarios.ts';
import { runningPlatform } from './running-platform.ts';

const portal = 'http://127.0.0.1:4100';
const environment = {
  XIETONG_LOAD_OFFICER: 'inn-officer:one',
  XIETONG_LOAD_ANALYST: 'rcn-analyst:two',
  XIETONG_LOAD_ADMINISTRATOR: 'admin:three',
  XIETONG_LOAD_AGENCY: 'NO-03.inn',
};
const fetched: string[] = [];
const answering = (answer: Response) => ({
  fetch: (url: string) => {
    fetched.push(url);
    return Promise.resolve(answer);
  },
});
const configuration = () =>
  answering(Response.json({ keycloak: { url: 'http://127.0.0.1:8180', realm: 'xietong', clientId: 'xietong-portal' } }));

beforeEach(() => fetched.splice(0));

test('a running platform is found by its portal, which names its Keycloak', async () => {
  const { doors, agency, loginOf } = await runningPlatform(portal, scenarios, environment, configuration());
  expect(fetched).toEqual([`${portal}/config.json`]);
  expect(doors).toEqual({
    projects: `${portal}/api/projects`,
    reporting: `${portal}/api/reporting`,
    realm: 'http://127.0.0.1:8180/realms/xietong',
    administration: 'http://127.0.0.1:8180/admin/realms/xietong',
  });
  expect(agency).toBe('NO-03.inn');
  expect(loginOf('officer')).toEqual({ clientId: 'xietong-cli', username: 'inn-officer', password: 'one' });
  expect(loginOf('administrator')).toEqual({ clientId: 'admin-cli', realm: 'master', username: 'admin', password: 'three' });
});

test.each(Object.keys(environment))('without %s nothing is sent', async (missing) => {
  const lacking = { ...environment, [missing]: undefined };
  await expect(runningPlatform(portal, scenarios, lacking, configuration())).rejects.toThrow(missing);
  expect(fetched).toEqual([]);
});

test('only those who are needed must be known', async () => {
  const queries = scenarios.filter(({ name }) => name === 'figure-queries');
  const known = { XIETONG_LOAD_ANALYST: environment.XIETONG_LOAD_ANALYST };
  await expect(runningPlatform(portal, queries, known, configuration())).resolves.toBeDefined();
});

test.each([
  ['says so', new Response('none', { status: 404 })],
  ['is another application', Response.json({ title: 'another' })],
])('an address that %s is refused as no portal', async (_, answer) => {
  await expect(runningPlatform(portal, scenarios, environment, answering(answer))).rejects.toThrow(`${portal} is no portal`);
});

test('an address where nothing listens is refused by its name', async () => {
  const nothing = { fetch: () => Promise.reject(new TypeError('fetch failed')) };
  await expect(runningPlatform(portal, scenarios, environment, nothing)).rejects.toThrow(`${portal} does not answer`);
});

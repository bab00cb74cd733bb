import { randomUUID } from 'node:crypto';
import { spoil } from '@xietong/testing';
import { desks, fetchDescribedRoutes, noMessage, services } from './described-routes.ts';
import { projectsUrl, reportingUrl, type Username } from './platform-access.ts';
import { sampleCommands } from './project-commands.ts';
import { collection, command, listProjects, newProject, Project, readProject, register } from './project-requests.ts';
import { type Answer, askAs, read, verdictOf } from './requests.ts';

// Check 19: what is no input of a command is refused as such, on every route that takes one, and changes nothing.

interface Door {
  readonly route: string;
  readonly url: string;
  readonly username: Username;
  readonly input: object;
}

const project = newProject();
let id = '';
beforeAll(async () => {
  ({ id } = read(Project, await register('kjj-officer', project)));
});

const create: Door = { route: 'POST /v1/projects', url: collection, username: 'kjj-officer', input: newProject() };
const doorTo = ({ name, role, input }: (typeof sampleCommands)[number]): Door => ({
  route: `POST /v1/projects/{id}/${name}`,
  url: `${collection}/CN-331082.kjj.${project.number}/${name}`,
  username: `kjj-${role}`,
  input,
});
const reason = 'tried by a test';
const decisions = desks.flatMap(({ url, consumer, topic }) => {
  const parked = (route: string, input: object): Door => ({
    route: `POST /v1/parked/${route}`,
    url: `${url}/v1/parked/${route.replace('{id}', noMessage)}`,
    username: 'kjj-operator',
    input,
  });
  return [
    parked('replay', { consumer, topic, key: 'CN-331082.kjj.nothing', reason }),
    parked('{id}/mend', { body: '{}', reason }),
    parked('{id}/discard', { reason }),
  ];
});
const doors = [create, ...sampleCommands.map(doorTo), ...decisions];

const send = ({ url, username }: Door, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const right = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' };
  return askAs(username, url, { method: 'POST', headers: { ...right, ...headers }, body });
};

/** All that could have changed: the project, its events, and what else the agency has. */
async function whatIsThere() {
  const [document, history] = [await readProject('kjj-officer', id), await askAs('kjj-officer', `${collection}/${id}/history`)];
  const { count } = await listProjects((url) => askAs('kjj-officer', url));
  return { document: document.text, etag: document.headers.get('etag'), history: history.text, count };
}

// The commands of a project stand for all: those of every aggregate are tried in its service's own matrix (`describeBadInput`).
test('what is tried below is described by the services, and every decision about what is parked is tried', async () => {
  const all = (await Promise.all(services.map(fetchDescribedRoutes))).flat();
  const described = all.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  expect(doors.map(({ route }) => route).filter((route) => !described.includes(route))).toEqual([]);
  expect(decisions.map(({ route }) => route).sort()).toEqual(described.filter((route) => route.startsWith('POST /v1/parked')).sort());
});

describe.each(doors)('$route', (door) => {
  let before: Awaited<ReturnType<typeof whatIsThere>>;
  beforeAll(async () => {
    before = await whatIsThere();
  });
  afterEach(async () => expect(await whatIsThere()).toEqual(before));

  test('refuses operators, prototypes, lists and objects for plain values, and fields that it does not know', async () => {
    for (const { how, text, isInstruction } of spoil(door.input)) {
      const expected = isInstruction || !/^[[{]/.test(text) ? [400, 'request-malformed'] : [422, 'input-invalid'];
      expect([how, ...verdictOf(await send(door, text))]).toEqual([how, ...expected]);
    }
  });

  test.each(['{', '{"a":1}}', "{'a':1}", '\u0000', '{"a":01}', 'NaN'])('refuses what is no JSON: %j', async (text) => {
    expect(verdictOf(await send(door, text))).toEqual([400, 'request-malformed']);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'refuses %s',
    async (type) => {
      expect(verdictOf(await send(door, JSON.stringify(door.input), { 'content-type': type }))).toEqual([415, 'not-json']);
    },
  );
});

test('the same inputs without their fault are taken in', async () => {
  const right = await register('kjj-officer', newProject());
  const made = read(Project, right);
  // A version that was never reached: it is looked at after the input and before anything is done.
  for (const { name, role, input } of sampleCommands) {
    const answer = await command(`kjj-${role}`, made.id, name, input, { 'if-match': '"999"' });
    expect([name, ...verdictOf(answer)]).toEqual([name, 412, 'stale']);
  }
});

test('a decision without its fault finds that nothing of it is parked', async () => {
  for (const door of decisions) {
    expect([door.route, ...verdictOf(await send(door, JSON.stringify(door.input)))]).toEqual([door.route, 404, 'not-found']);
  }
});

test.each([
  'status[$ne]=registered',
  'status[]=registered',
  '$where=1',
  '__proto__=1',
  '__proto__[admin]=1',
  'audience=public',
  '_id=1',
  'registrar=NO-03/rcn',
  'status=registered&status=active',
  'sort=$where',
  'sort=__proto__',
  'count=yes',
  'after=x',
])('a list refuses %s', async (query) => {
  const { status } = await askAs('kjj-officer', `${collection}?${query}`);
  expect(status).toBe(400);
});

test('a list takes what looks like an operator for the plain value that it is', async () => {
  for (const value of ['{"$ne":null}', '$ne', '[object Object]', '.*']) {
    const { items } = await listProjects((url) => askAs('kjj-officer', url), { status: value });
    expect([value, items]).toEqual([value, []]);
  }
});

test.each([
  'by[$ne]=a',
  'year[$gt]=1',
  'region=NO-03&region=NO-30',
  "region=NO-03'--",
  "region=' OR 1=1",
  '__proto__=1',
  'metric=projects',
])('a figure refuses %s', async (query) => {
  const { status } = await askAs('kjj-analyst', `${reportingUrl}/v1/figures/projects?${encodeURI(query)}`);
  expect(status).toBe(400);
});

test.each(['%E0%A4%A', '..%2f..%2fetc%2fpasswd', '%00', '{"$ne":null}', '__proto__', 'constructor'])(
  'there is no project by the id %s',
  async (wrong) => {
    const [status] = verdictOf(await askAs('kjj-officer', `${projectsUrl}/v1/projects/${wrong}`));
    expect([400, 404]).toContain(status);
  },
);

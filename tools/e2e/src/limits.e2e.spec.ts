import { randomUUID } from 'node:crypto';
import { figureUrl } from './figure-requests.ts';
import { projectsUrl, reportingUrl, tokenOf, type Username } from './platform-access.ts';
import { sampleCommands } from './project-commands.ts';
import { collection, listProjects, newProject, register } from './project-requests.ts';
import { trickle } from './raw-connection.ts';
import { type Answer, ask, askAs, verdictOf } from './requests.ts';
import { until } from './until.ts';

// Check 20: what is too large, too deep, too slow or too much is refused, and costs next to nothing.

const project = newProject();
const projectUrl = `${collection}/CN-331082.jxj.${project.number}`;
const doors: readonly { route: string; url: string; username: Username }[] = [
  { route: 'POST /v1/projects', url: collection, username: 'jxj-officer' },
  ...sampleCommands.map(({ name, role }) => ({
    route: `POST /v1/projects/{id}/${name}`,
    url: `${projectUrl}/${name}`,
    username: `jxj-${role}` as const,
  })),
];
const headers = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' });
const send = ({ url, username }: (typeof doors)[number], body: string): Promise<Answer> =>
  askAs(username, url, { method: 'POST', headers: headers(), body });

const tenMegabytes = JSON.stringify({ title: 'x'.repeat(10_000_000) });

/** All that could have changed: the project, and what else the agency has. */
async function whatIsThere() {
  const { text } = await askAs('jxj-officer', projectUrl);
  return { text, count: (await listProjects((url) => askAs('jxj-officer', url))).count };
}
let before: Awaited<ReturnType<typeof whatIsThere>>;
beforeAll(async () => {
  expect(verdictOf(await register('jxj-officer', project))).toEqual([201]);
  before = await whatIsThere();
});
afterAll(async () => expect(await whatIsThere()).toEqual(before));

describe.each(doors)('$route', (door) => {
  test('refuses a body of 10 MB', async () => {
    expect(verdictOf(await send(door, tenMegabytes))).toEqual([413, 'body-too-large']);
  });

  test('refuses a body of 10 MB that does not say how long it is', async () => {
    const authorization = `Bearer ${await tokenOf(door.username)}`;
    const body = new Blob([tenMegabytes]).stream();
    const response = await fetch(door.url, { method: 'POST', headers: { ...headers(), authorization }, body, duplex: 'half' });
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('body-too-large')]);
  });

  test.each([100, 100_000])('refuses JSON of %d levels', async (levels) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(levels)}1${close.repeat(levels)}`;
      expect(verdictOf(await send(door, `{"title":${deep}}`))).toEqual([400, 'request-malformed']);
    }
  });
});

describe('the memory of the projects service', () => {
  const residentBytes = async () => {
    const { text } = await ask(`${projectsUrl}/metrics`);
    return Number(/^process_resident_memory_bytes\S* (\S+)$/m.exec(text)?.[1]);
  };

  test('has not grown by 50 MB after sixty bodies of 10 MB, twenty at a time', async () => {
    const create = doors[0] as (typeof doors)[number];
    const beforeBytes = await residentBytes();
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(create, tenMegabytes)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413));
    }
    // What was only passing through is given back when the collector comes by.
    await until(residentBytes, (bytes) => bytes - beforeBytes < 50_000_000, 90_000);
  });
});

const reads: readonly [what: string, url: string][] = [
  ['a list', `${collection}?`],
  ['a history', `${projectUrl}/history?`],
  ['the events behind a figure', `${reportingUrl}/v1/figures/projects/events?`],
];

describe.each(reads)('%s', (_, url) => {
  test.each(['limit=201', 'limit=1000000', 'limit=0', 'limit=-1', 'limit=1e9', 'limit=', 'limit=50&limit=50'])(
    'refuses %s',
    async (query) => {
      expect(verdictOf(await askAs('jxj-officer', url + query))).toEqual([400, 'parameters-invalid']);
    },
  );

  test('refuses an address of 5,000 letters, and headers of 20,000', async () => {
    expect(verdictOf(await askAs('jxj-officer', `${url}after=${'A'.repeat(5_000)}`))).toEqual([414, 'address-too-long']);
    expect((await askAs('jxj-officer', url, { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431);
  });
});

describe('texts on which a careless pattern takes for ever are refused at once', () => {
  const atOnceMs = 2_000;
  const soon = async (asked: Promise<Answer>) => {
    const begunAt = performance.now();
    const { status } = await asked;
    expect(performance.now() - begunAt).toBeLessThan(atOnceMs);
    return status;
  };
  const long = 900_000;

  test.each([
    ['number', `${'A-'.repeat(long / 2)}!`],
    ['number', `${'A'.repeat(64)}\n`],
    ['title', ' '.repeat(long)],
    ['title', `x${' '.repeat(long)}x`],
    ['signedOn', '2'.repeat(long)],
    ['signedOn', '2011-02-30'],
  ])('as %s', async (field, value) => {
    expect(await soon(register('jxj-officer', newProject({ [field]: value })))).toBe(422);
  });

  test.each([
    ['id', `NO-ORGNR:${'9'.repeat(long)}x`],
    ['id', `${'N'.repeat(long)}:1`],
    ['region', `NO-${'3'.repeat(long)}!`],
  ])("as an organisation's %s", async (field, value) => {
    const [first] = newProject().participants;
    const participants = [{ ...first, organisation: { ...first?.organisation, [field]: value } }];
    expect(await soon(register('jxj-officer', newProject({ participants })))).toBe(422);
  });

  test.each([
    { at: `NO-03.rcn.projects:${'1.'.repeat(1_900)}x` },
    { at: `${'a:1,'.repeat(400)}!` },
    { year: `2019..${'2'.repeat(3_900)}` },
    { region: `NO-${'0'.repeat(3_900)}!` },
  ])('as %j of a figure', async (narrowing) => {
    expect(await soon(askAs('jxj-officer', figureUrl({ metric: 'projects', by: [], ...narrowing })))).toBe(400);
  });
});

describe('a caller who sends a byte a second is told 408, once, and his connection ends', () => {
  const timedOut = (text: string) => text.match(/^HTTP\/1\.1 \d+|"code":"[\w-]+"/gm);
  const upload = (token: string) =>
    `POST /v1/projects HTTP/1.1\r\nHost: projects\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${randomUUID()}\r\n` +
    'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n';

  test('as a body in half a minute, as headers in ten seconds', async () => {
    const slowBody = trickle(projectsUrl, upload(await tokenOf('jxj-officer')), ' '.repeat(45), 40_000);
    const slowHeaders = [projectsUrl, reportingUrl].map((url) => trickle(url, 'GET /v1/projects HTTP/1.1\r\n', 'x'.repeat(45), 20_000));
    for (const [place, { text, tookMs }] of (await Promise.all([slowBody, ...slowHeaders])).entries()) {
      expect(timedOut(text)).toEqual(['HTTP/1.1 408', '"code":"upload-too-slow"']);
      expect(tookMs).toBeLessThan(place === 0 ? 35_000 : 15_000);
    }
  });
});

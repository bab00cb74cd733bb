import { once } from 'node:events';
import { connect } from 'node:net';
import request, { type Test } from 'supertest';
import { StoreUnavailable } from '../store/store.ts';
import { publicPaths } from './routes.ts';
import { berth, rightBerth, ToyHost } from './testing/toy-host.ts';

const pending = () => new Promise(() => undefined);

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start();
});
afterEach(() => host.stop());

test('an address that is none is a problem', async () => {
  for (const path of ['/', '/v1', '/v1/boats', '/v1/berths/', '/V1/berths', '/v1/berths/a/b/c']) {
    const { status, body, headers } = await request(host.url).get(path);
    expect([path, status, body.code, headers['content-type']]).toEqual([path, 404, 'not-found', 'application/problem+json; charset=utf-8']);
  }
});

test.each([
  ['put', '/v1/berths', 'GET, HEAD, POST'],
  ['post', '/v1/berths/a', 'GET, HEAD'],
  ['get', '/v1/berths/a/let-berth', 'POST'],
  ['post', '/v1/occupancy/bergen', 'GET, HEAD'],
  ['post', '/livez', 'GET, HEAD'],
] as const)('%s %s is told which methods there are', async (method, path, allow) => {
  const { status, body, headers } = await host.as('officer')[method](path);
  expect([status, body.code, headers.allow]).toEqual([405, 'method-not-allowed', allow]);
});

test('every answer carries the headers that protect a browser, and none says what made it', async () => {
  const answers = await Promise.all([
    request(host.url).get('/livez'),
    request(host.url).get('/nowhere'),
    host.as('analyst').get('/v1/berths'),
  ]);
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect([headers['x-content-type-options'], headers['x-powered-by'], headers['cache-control']]).toEqual([
      'nosniff',
      undefined,
      'no-store',
    ]);
  }
});

test('whoever asks learns whether it lives, and why it is not ready', async () => {
  expect((await request(host.url).get('/livez')).body).toEqual({ alive: true });
  const { status, body } = await request(host.url).get('/readyz');
  expect([status, body]).toEqual([503, { ready: false, checks: { mongo: 'starting' } }]);
  expect((await request(host.url).get('/metrics')).text).toBe('up 1\n');
});

test('the page that explains the API may run its own scripts, and they are served here', async () => {
  const { text, headers } = await request(host.url).get('/docs');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  const files = [...text.matchAll(/(?:src|href)="\.(\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(files).toEqual(['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js']);
  for (const path of files) {
    const file = await request(host.url).get(path);
    expect([file.status, file.headers['content-security-policy']]).toEqual([200, "default-src 'none';frame-ancestors 'none'"]);
    expect(file.headers['content-type']).toMatch(/^text\/(css|javascript)/);
  }
  expect((await request(host.url).get('/docs/../package.json')).status).toBe(404);
});

test('the descriptions are served', async () => {
  expect((await request(host.url).get('/openapi.json')).body.openapi).toBe('3.1.0');
  expect((await request(host.url).get('/asyncapi.json')).body.asyncapi).toBe('3.0.0');
  expect(publicPaths).toHaveLength(9);
});

test('a request that takes too long is told so, and its late end is not lost', async () => {
  let fail: (fault: Error) => void = () => undefined;
  const slow = await ToyHost.start({ requestMsMax: 50 });
  slow.outcome = () => new Promise((_, reject) => (fail = reject));
  const { status, body } = await slow.as('officer').post('/v1/berths').set('Idempotency-Key', 'k').send(rightBerth);
  expect([status, body.code]).toEqual([503, 'took-too-long']);
  fail(new Error('the store came back too late'));
  await new Promise(setImmediate);
  expect(slow.lines.map(({ line }) => (line as { err?: Error }).err?.message)).toEqual(['took-too-long', 'the store came back too late']);
  await slow.stop();
});

test('while the store is away a write is told of its key, and a read, which has none, to ask again', async () => {
  const away = () => Promise.reject(new StoreUnavailable(new Error('no primary')));
  const broken = await ToyHost.start({ answers: { occupancy: away, tides: away } });
  broken.outcome = away;
  const remedyOf = async (reply: Test) => {
    const { status, body, headers } = await reply.set('Accept-Language', 'en');
    return [status, body.code, headers['retry-after'], body.remedy];
  };
  expect([
    await remedyOf(broken.as('officer').get('/v1/tides')),
    await remedyOf(broken.as('officer').post('/v1/berths').set('Idempotency-Key', 'k').send(rightBerth)),
  ]).toEqual([
    [503, 'store-unavailable', '2', 'Ask again in a moment.'],
    [503, 'store-unavailable', '2', 'Retry with the same key; if it was carried out, you get its result.'],
  ]);
  await broken.stop();
});

test('a read that takes too long is told to ask again', async () => {
  const slow = await ToyHost.start({ requestMsMax: 50, answers: { occupancy: pending, tides: pending } });
  const { body } = await slow.as('officer').get('/v1/tides').set('Accept-Language', 'en');
  expect([body.code, body.remedy]).toEqual(['took-too-long', 'Ask again in a moment.']);
  await slow.stop();
});

test('an upload that is still on its way when the time is up is told 408, once, and its connection ends', async () => {
  const slow = await ToyHost.start({ requestMsMax: 50 });
  const { hostname, port } = new URL(slow.url);
  const socket = connect(Number(port), hostname);
  socket.write('POST /v1/berths HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer officer\r\nIdempotency-Key: k\r\n');
  socket.write('Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  const received: string[] = [];
  socket.on('data', (part: Buffer) => received.push(part.toString()));
  await once(socket, 'close');
  expect(received.join('').match(/HTTP\/1\.1 \d+|Connection: \w+|"code":"[\w-]+"/g)).toEqual([
    'HTTP/1.1 408',
    'Connection: close',
    '"code":"upload-too-slow"',
  ]);
  expect([slow.commands, slow.lines.map(({ level }) => level)]).toEqual([[], ['info']]);
  await slow.stop();
});

test('a request is one line of the log: quiet when answered, plain when refused, loud when it failed; and it names no person', async () => {
  await host.as('analyst').get('/v1/berths/secret-name?x=secret-name');
  await host.as('analyst').get('/v1/berths/NO-03.rcn.A-1');
  host.outcome = () => {
    throw new Error('broken');
  };
  await host
    .as('officer')
    .post('/v1/berths')
    .set('Idempotency-Key', 'k')
    .send({ ...rightBerth });
  expect(host.lines.map(({ level, line }) => [level, (line as { status: number }).status])).toEqual([
    ['info', 400],
    ['debug', 200],
    ['error', 500],
  ]);
  expect(host.lines[0]?.line).toEqual({
    method: 'GET',
    route: '/v1/berths/{id}',
    status: 400,
    ms: expect.any(Number),
    traceid: expect.any(String),
  });
  expect(JSON.stringify(host.lines)).not.toContain('secret-name');
});

test('an id with letters that an address must escape is read back as it was', async () => {
  host.documents = [berth({ id: 'a/b c' })];
  expect((await host.as('analyst').get('/v1/berths/a%2Fb%20c')).body.id).toBe('a/b c');
});

test('each answer is counted by its route and kind, never by an address or a word that a stranger makes up', async () => {
  const counted: unknown[] = [];
  const told = await ToyHost.start({ answered: (as, seconds) => counted.push([as, seconds >= 0]) });
  await told.as('officer').get('/v1/berths/unheard-of');
  await request(told.url).get('/nowhere/4711');
  await request(told.url).propfind('/livez');
  await request(told.url).get('/livez');
  await told.stop();
  expect(counted).toEqual([
    [{ method: 'GET', route: '/v1/berths/{id}', status: '4xx' }, true],
    [{ method: 'GET', route: 'unknown', status: '4xx' }, true],
    [{ method: 'other', route: '/livez', status: '4xx' }, true],
    [{ method: 'GET', route: '/livez', status: '2xx' }, true],
  ]);
});

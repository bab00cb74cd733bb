import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, get, request as ask, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { edge } from './edge.ts';
import { serviceNames } from '../service-names.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

const servers: Server[] = [];
const listening = async (listener: RequestListener) => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const echo: RequestListener = (incoming, outgoing) => {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  incoming.on('end', () => {
    outgoing.writeHead(201, { 'content-type': 'application/json', location: '/v1/projects/NO-03.rcn.1', etag: '"1"' });
    outgoing.end(
      JSON.stringify({ method: incoming.method, url: incoming.url, headers: incoming.headers, body: Buffer.concat(parts).toString() }),
    );
  });
};

let directory: string;
let projectsUrl: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<html><title>Xietong</title></html>');
  writeFileSync(join(directory, 'assets', 'main-1a2b.js'), 'export {};');
  projectsUrl = await listening(echo);
});

afterAll(async () => {
  rmSync(directory, { recursive: true });
  await Promise.all(servers.map((server) => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()))));
});

const edgeBefore = (reportingUrl: string, options: { isReady?: () => boolean; timeoutMs?: number } = {}) =>
  edge({
    environment: {
      port: 0,
      host: '127.0.0.1',
      services: { ...Object.fromEntries(serviceNames.map((name) => [name, projectsUrl])), reporting: reportingUrl },
      keycloak: { url: 'http://127.0.0.1:8080', realm: 'xietong', clientId: 'xietong-portal' },
    },
    directory,
    log: pino({ level: 'silent' }),
    isReady: () => true,
    ...options,
  });
const portal = (reportingUrl = projectsUrl, options = {}) => request(edgeBefore(reportingUrl, options));

describe('the web application', () => {
  test('is one page for every address of its router, asked for anew each time', async () => {
    const answer = await portal().get('/projects/NO-03.rcn.951956?year=2020').set('Accept', 'text/html').expect(200);
    expect(answer.text).toContain('<title>Xietong</title>');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  test('may run its own code only, and talk to its own origin and to Keycloak only', async () => {
    const policy = (await portal().get('/').set('Accept', 'text/html')).headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8080;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('keeps files with a hash in their name for ever', async () => {
    const answer = await portal().get('/assets/main-1a2b.js').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('answers for a file of an older release with a problem, never with the page', async () => {
    const answer = await portal().get('/assets/main-0000.js').set('Accept', '*/*').expect(404);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  test('learns from the edge where to log in', async () => {
    const answer = await portal().get('/config.json').expect(200);
    expect(answer.body).toEqual({ keycloak: { url: 'http://127.0.0.1:8080', realm: 'xietong', clientId: 'xietong-portal' } });
  });
});

describe('the APIs', () => {
  test('reach their service without the prefix, with body, bearer and trace as sent', async () => {
    const { body } = await portal()
      .post('/api/projects/v1/projects?dry=1')
      .set({ Authorization: 'Bearer abc', 'Idempotency-Key': 'k1', traceparent })
      .send({ number: '1' })
      .expect(201);
    expect(body).toMatchObject({
      method: 'POST',
      url: '/v1/projects?dry=1',
      body: '{"number":"1"}',
      headers: { authorization: 'Bearer abc', 'idempotency-key': 'k1', traceparent },
    });
  });

  test.each([
    '/v1',
    '/v1/metrics',
    '/v1/projects/NO-03.rcn.1?x=../metrics',
    '/docs',
    '/docs/swagger-ui.css',
    '/openapi.json',
    '/asyncapi.json?x',
  ])('are passed on at %s', async (path) => {
    for (const service of serviceNames) {
      expect((await portal().get(`/api/${service}${path}`)).body).toMatchObject({ method: 'GET', url: path });
    }
  });

  test.each([
    '',
    '/',
    '/metrics',
    '/METRICS',
    '/readyz',
    '/livez?v1/',
    '/v1metrics',
    '/v2/projects',
    '/docs.html',
    '/openapi.json/x',
    '/x/openapi.json',
    '//v1/projects',
    '/v1/../metrics',
    '/v1/%2e%2E/metrics',
    '/docs/./../readyz',
    '/v1/..\\metrics',
  ])('show nobody what a service answers to those who run it: %s', async (path) => {
    const url = await listening(edgeBefore(projectsUrl));
    for (const service of serviceNames) {
      // Sent as it is written here: other clients tidy an address up first.
      const answer = await new Promise<IncomingMessage>((resolve) => get(url, { path: `/api/${service}${path}` }, resolve));
      const body = Buffer.concat(await answer.toArray()).toString();
      expect([answer.statusCode, JSON.parse(body).code]).toEqual([404, 'no-such-address']);
    }
  });

  test('lead back through the edge where they name a new resource', async () => {
    const answer = await portal().post('/api/projects/v1/projects').send({}).expect(201);
    expect(answer.headers).toMatchObject({ location: '/api/projects/v1/projects/NO-03.rcn.1', etag: '"1"' });
  });

  test('always get a trace, made here where the caller has none', async () => {
    const { body } = await portal().get('/api/projects/v1/projects').set('traceparent', '00-nonsense');
    expect(body.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  test('are streamed: the first part arrives before the last one is made', async () => {
    let finish = () => {};
    const reportingUrl = await listening((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/octet-stream' });
      outgoing.write('first,');
      finish = () => void outgoing.end('last');
    });
    const { text } = await portal(reportingUrl)
      .get('/api/reporting/v1/figures/projects')
      .buffer(true)
      .parse((response, done) => {
        let received = '';
        response.on('data', (part: Buffer) => {
          received += part.toString();
          if (received === 'first,') finish();
        });
        response.on('end', () => done(null, received));
      })
      .then((answer) => ({ text: answer.body as string }));
    expect(text).toBe('first,last');
  });

  test('answer 502 with a problem when their service is down', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const answer = await portal(`http://127.0.0.1:${port}`)
      .get('/api/reporting/v1/metrics')
      .set({ traceparent, 'Accept-Language': 'en' })
      .expect(502);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.text)).toEqual({
      type: 'urn:xietong:problem:service-unreachable',
      title: 'The service behind this page cannot be reached',
      status: 502,
      code: 'service-unreachable',
      remedy: expect.stringContaining('trace id'),
      traceid: traceId,
    });
  });

  test('answer 504 with a problem when their service is silent', async () => {
    const reportingUrl = await listening(() => undefined);
    const answer = await portal(reportingUrl, { timeoutMs: 50 })
      .get('/api/reporting/v1/metrics')
      .set('traceparent', traceparent)
      .expect(504);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'service-too-slow', title: '后台服务响应超时', traceid: traceId });
  });

  /** Sends a body in parts, each as soon as the one before has been taken and `between` has come; answers with status and text. */
  const sending = async (reportingUrl: string, timeoutMs: number, parts: readonly Buffer[], between: () => Promise<unknown>) => {
    const url = await listening(edgeBefore(reportingUrl, { timeoutMs }));
    // As a browser sends a file. Without it the proxy has the connection closed behind the answer, which an early one does not survive.
    const headers = { 'Content-Length': parts.reduce((sum, { length }) => sum + length, 0) };
    return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = ask(`${url}/api/reporting/v1/attachments`, { method: 'POST', headers }, (answer) => {
        const received: Buffer[] = [];
        answer.on('data', (part: Buffer) => received.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(received).toString() }));
      });
      sent.on('error', reject);
      void (async () => {
        for (const part of parts) {
          sent.write(part);
          await between();
        }
        sent.end();
      })();
    });
  };

  test('take as long as a reader needs to send a file, however short the patience with the service behind', async () => {
    let bytes = 0;
    const reportingUrl = await listening((incoming, outgoing) => {
      incoming.on('data', (part: Buffer) => (bytes += part.length));
      incoming.on('end', () => outgoing.writeHead(201).end('kept'));
    });
    const parts = Array.from({ length: 5 }, () => Buffer.alloc(400_000));
    const answer = await sending(reportingUrl, 100, parts, () => pause(60));
    expect([answer, bytes]).toEqual([{ status: 201, text: 'kept' }, 2_000_000]);
  });

  test('answer 504 when the service is silent once it has the file', async () => {
    const reportingUrl = await listening((incoming) => void incoming.resume());
    expect((await sending(reportingUrl, 50, [Buffer.alloc(10)], async () => undefined)).status).toBe(504);
  });

  test('tell what the service refuses while the file is still on its way', async () => {
    const reportingUrl = await listening((incoming, outgoing) => {
      // As the services do: what is left of the body is read and dropped, so that the answer arrives.
      incoming.resume();
      incoming.once('data', () =>
        outgoing.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"code":"attachment-too-large"}'),
      );
    });
    const parts = Array.from({ length: 30 }, () => Buffer.alloc(1_000_000));
    const { status, text } = await sending(reportingUrl, 5_000, parts, async () => undefined);
    expect([status, JSON.parse(text)]).toEqual([413, { code: 'attachment-too-large' }]);
  });

  test('let go of an idle connection before their service closes it, so that no request meets one that is just being closed', async () => {
    const service = createServer({ keepAliveTimeout: 0 }, (_incoming, outgoing) => outgoing.setHeader('Keep-Alive', 'timeout=2').end());
    servers.push(service);
    const ended = new Promise((resolve) => service.once('connection', (socket) => socket.once('end', resolve)));
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    await portal(`http://127.0.0.1:${port}`).get('/api/reporting/v1/metrics').set('Connection', 'keep-alive').expect(200);
    await ended;
  });

  test('break off, rather than seem whole, when their service dies in the middle of an answer', async () => {
    const reportingUrl = await listening((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/csv', 'content-length': '1000' });
      outgoing.write('a,b', () => outgoing.destroy());
    });
    await expect(portal(reportingUrl).get('/api/reporting/v1/figures/projects')).rejects.toThrow(/aborted|hang up/);
  });

  test('do not exist beside the two services', async () => {
    const answer = await portal().get('/api/finance/v1/funds').set('Accept', 'text/html').expect(404);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'no-such-address', status: 404 });
  });
});

describe('the state of the process', () => {
  test('is alive and ready while it serves', async () => {
    await portal().get('/livez').expect(200);
    await portal()
      .get('/readyz')
      .expect(200, { ready: true, checks: { process: 'up' } });
  });

  test('is alive but unready once it was asked to stop, and lets go of connections', async () => {
    const stopping = portal(projectsUrl, { isReady: () => false });
    const answer = await stopping.get('/readyz').expect(503);
    expect(answer.headers['connection']).toBe('close');
    await stopping.get('/livez').expect(200);
  });
});

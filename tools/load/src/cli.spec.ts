import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly words: string;
}

// A process a test, on a machine that may be busy.
jest.setTimeout(60_000);

const load = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((ended) => {
    const options = { env: { PATH: process.env['PATH'], ...environment } };
    execFile(process.execPath, [join(__dirname, 'cli.ts'), ...args], options, (fault, out, words) =>
      ended({ code: fault ? Number(fault.code) : 0, out, words }),
    );
  });

const analyst = { XIETONG_LOAD_ANALYST: 'rcn-analyst:known' };
let figureStatus = 200;
let server: Server;
let portal: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(request.url?.startsWith('/api/reporting') ? figureStatus : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'of the test', keycloak: { url: portal, realm: 'xietong' } }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const onPortal = () => load(['--target', portal, '--only', 'figure-queries', '--rate', '5', '--seconds', '1'], analyst);

describe('npm run load', () => {
  it('ends well where every threshold holds', async () => {
    figureStatus = 200;
    expect(await onPortal()).toMatchObject({ code: 0, out: expect.stringMatching(/\| 5 \|.*\| holds \|/) });
  });

  it('ends with 1 where a threshold is missed', async () => {
    figureStatus = 503;
    expect(await onPortal()).toMatchObject({
      code: 1,
      out: expect.stringContaining('missed: 5 failed (GET /v1/figures/projects is answered 503'),
    });
  });

  it('ends with 1 and one sentence where the load cannot be sent at all', async () => {
    const fault = await load(['--target', portal, '--only', 'command-mix'], {
      XIETONG_LOAD_OFFICER: 'inn-officer:known',
      XIETONG_LOAD_AGENCY: 'NO-03.inn',
    });
    expect(fault).toMatchObject({
      code: 1,
      words: expect.stringMatching(/^command-mix cannot be prepared: POST \/v1\/projects is answered 200 .*\n$/),
    });
  });

  it.each([
    ['an option that there is not', ['--bogus'], '--bogus'],
    ['a scenario that waits', ['--only', 'partner-flood'], 'partner-flood cannot be run yet: it waits for federation'],
    [
      'a target without a login',
      ['--target', 'http://127.0.0.1:1', '--only', 'figure-queries'],
      'XIETONG_LOAD_ANALYST must say who the analyst is',
    ],
  ])('refuses %s with 2 and its usage', async (_, args, sentence) => {
    const { code, out, words } = await load(args);
    expect([code, out]).toEqual([2, '']);
    expect(words).toContain(sentence);
    expect(words).toContain('npm run load -- [options]');
  });

  it('says what it can do when asked', async () => {
    expect(await load(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--find') });
  });
});

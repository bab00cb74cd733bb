import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { doorsOf } from '../scenarios/doors.ts';
import { figureQueries } from '../scenarios/figure-queries.ts';
import { logInStorm } from '../scenarios/log-in-storm.ts';
import { missedBy } from './measured.ts';
import type { LoadedPlatform } from './platform.ts';
import { runLoad } from './run-load.ts';

/** What stands in for portal and Keycloak: a status for what is asked, after a while. */
type Behaviour = (asked: string, authorization: string | undefined) => { readonly status: number; readonly afterMs?: number };

const right: Behaviour = (asked) => ({ status: asked.startsWith('DELETE') ? 204 : 200 });
let behaviour = right;
let server: Server;
let platform: LoadedPlatform;
let asked: string[];
let quiet: number;

beforeEach(async () => {
  behaviour = right;
  asked = [];
  quiet = 0;
  server = createServer((request, response) => {
    const what = `${request.method} ${request.url}`;
    asked.push(what);
    const { status, afterMs = 0 } = behaviour(what, request.headers.authorization);
    void pause(afterMs).then(() =>
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"access_token":"of the test"}'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform = {
    doors: doorsOf(url, { url, realm: 'xietong' }),
    agency: 'NO-03.inn',
    loginOf: (principal) => ({
      clientId: 'cli',
      username: principal,
      password: 'known',
      ...(principal === 'administrator' && { realm: 'master' }),
    }),
    untilQuiet: () => Promise.resolve(void (quiet += 1)),
  };
});
afterEach(() => new Promise((closed) => server.close(closed)));

const wishes = { seed: 'abc', password: 'secret', rate: 100, seconds: 0.2 };
const thresholds = { p95Ms: 5_000, p99Ms: 5_000 };
const run = (scenario = figureQueries, more: Partial<typeof wishes> = {}) => runLoad(scenario, platform, { ...wishes, ...more });
const countOf = (pattern: RegExp): number => asked.filter((each) => pattern.test(each)).length;

describe('a load', () => {
  it('sends every iteration with the token of its principal', async () => {
    behaviour = (what, authorization) => ({ status: what.includes('/token') || authorization === 'Bearer of the test' ? 200 : 401 });
    const measured = await run();
    expect(measured).toMatchObject({ rate: 100, seconds: 0.2, dropped: 0, failed: 0 });
    expect(countOf(/\/api\/reporting\/v1\/figures/)).toBe(20);
    expect(countOf(/^POST \/realms\/xietong\/protocol\/openid-connect\/token/)).toBe(1);
    expect(missedBy(measured, thresholds)).toEqual([]);
  });

  it('counts an answer of another status as failed, and says which', async () => {
    let count = 0;
    behaviour = (what) => ({ status: what.includes('/figures') && (count += 1) === 7 ? 503 : 200 });
    const measured = await run();
    expect(measured.failed).toBe(1);
    expect(measured.firstFailure).toMatch(/^GET \/v1\/figures\/\S+ is answered 503/);
  });

  it('counts what is not answered at all as failed', async () => {
    const { doors } = platform;
    platform = { ...platform, doors: { ...doors, reporting: 'http://127.0.0.1:1' } };
    expect((await run()).failed).toBe(20);
  });

  it('misses its thresholds where answers are slow, and drops what arrives while too many are under way', async () => {
    behaviour = (what) => ({ status: 200, afterMs: what.includes('/figures') ? 1_000 : 0 });
    const measured = await run({ ...figureQueries, inFlightMax: 5 });
    expect(measured.dropped).toBe(15);
    expect(missedBy(measured, { p95Ms: 900, p99Ms: 900 })).toEqual(['15 dropped', 'p95 over 900 ms', 'p99 over 900 ms']);
  });
});

describe('a load that makes things', () => {
  it('makes them, waits until nothing waits, sends, and takes them away', async () => {
    await run(logInStorm);
    const [prepared, sent, cleaned] = [/^POST \/admin\/realms\/xietong\/partialImport/, /^POST \/realms\/xietong\//, /^DELETE \/admin/];
    expect([prepared, sent, cleaned].map(countOf)).toEqual([5, 20, 21]);
    expect(quiet).toBe(1);
    const order = asked.map((each) => [prepared, sent, cleaned].findIndex((pattern) => pattern.test(each))).filter((place) => place >= 0);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('does not begin where they are refused, says why, and takes away what was made', async () => {
    behaviour = (what, authorization) => (what.includes('partialImport') ? { status: 409 } : right(what, authorization));
    await expect(run(logInStorm)).rejects.toThrow(/^log-in-storm cannot be prepared: POST \/partialImport is answered 409/);
    expect([countOf(/^POST \/realms\/xietong\//), countOf(/^DELETE/)]).toEqual([0, 21]);
  });

  it('fails where they cannot be taken away', async () => {
    behaviour = (what) => ({ status: what.startsWith('DELETE') ? 500 : 200 });
    await expect(run(logInStorm)).rejects.toThrow(
      /^log-in-storm cannot take away what it made: DELETE \/users\/load-abc-0 is answered 500/,
    );
  });

  it('finds nothing to take away where nothing was made', async () => {
    behaviour = (what) => ({ status: what.startsWith('DELETE') ? 404 : 200 });
    await expect(run(logInStorm)).resolves.toMatchObject({ failed: 0 });
  });
});

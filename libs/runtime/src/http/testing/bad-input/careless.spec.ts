import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { everyone } from '@xietong/kernel';
import { z } from 'zod';
import { Berths, harbour, personalHarbour, tides } from '../toy-service.ts';
import { closeTrial, describeBadInput, openTrial } from './describe-bad-input.ts';
import { findInputFaults, findLimitFaults, findTenancyFaults, findTokenFaults, type Trial } from './find-faults.ts';
import { people } from './doors.ts';
import { faultsOf } from './send.ts';

describeBadInput(harbour);
describeBadInput(personalHarbour);

describe('a service in which somebody was careless', () => {
  let trial: Trial;
  afterEach(() => closeTrial(trial));

  const verified = { actor: people.owner, realmRoles: [...people.owner.roles], expiresAt: 4e9 };

  test('a service that believes every token is caught', async () => {
    trial = await openTrial(harbour, {}, { verify: async () => ({ kind: 'verified', verified }) });
    expect(await findTokenFaults(trial)).toContain('GET /v1/tides, expired: answered 200, not 401');
  }, 60_000);

  test('a service that shows its documents to everyone is caught', async () => {
    const open = { ...harbour, aggregates: [{ ...Berths, audience: () => [everyone] }] };
    trial = await openTrial(open as unknown as typeof harbour);
    const found = await findTenancyFaults(trial);
    expect(found).toContain('GET /v1/berths, neighbour: lists or counts it');
    expect(found).toContain('GET /v1/berths/{id}, abroad: shows its id');
  }, 60_000);

  test('a service whose query takes any parameter is caught', async () => {
    const lax = { ...harbour, queries: [{ ...tides, input: z.looseObject({}) }] };
    trial = await openTrial(lax as unknown as typeof harbour);
    expect(await findInputFaults(trial)).toContain('GET /v1/tides, ?role=director: came through to query tides');
  }, 60_000);

  test('a service that takes whatever it is sent is caught at each field and each limit', async () => {
    trial = await openTrial(harbour);
    const server = createServer((request, response) => request.on('end', () => response.end('{}')).resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const tried = { ...trial.tried, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const [fields, limits] = [await findInputFaults({ ...trial, tried }), await findLimitFaults({ ...trial, tried })];
    server.closeAllConnections();
    server.close();
    expect(fields).toContain('POST /v1/berths, size.length is null: answered 200, not 422');
    expect(limits).toContain('POST /v1/berths, a body of 10 MB: answered 200, not 413');
    expect(limits).toContain('GET /v1/berths, a query of 10,000 signs: answered 200, not 414');
  }, 60_000);
});

test('a refusal that tells of the inside, or repeats the token, is caught', () => {
  const leaking = { status: 500, text: 'Error: s3cret\n    at decide (decide.ts:3:1)', problem: {} };
  expect(faultsOf(leaking, [400], ['s3cret'])).toEqual([
    'answered 500, not 400',
    'is no problem with a stable type',
    'tells of the inside',
    'repeats a secret',
  ]);
});

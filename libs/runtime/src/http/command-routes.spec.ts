import { createHash } from 'node:crypto';
import type { Outcome } from '../commit/outcome.ts';
import { berth, rightBerth, rightLet, ToyHost } from './testing/toy-host.ts';

let host: ToyHost;
beforeEach(async () => {
  host = await ToyHost.start();
});
afterEach(() => host.stop());

const openBerth = () => host.as('officer').post('/v1/berths').set('Idempotency-Key', 'k1');
const letBerth = () => host.as('officer').post('/v1/berths/NO-03.rcn.A-1/let-berth').set('Idempotency-Key', 'k2').set('If-Match', '"1"');
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test('a create answers 201 with the address, the version and the document', async () => {
  const { status, headers, body } = await openBerth().send(rightBerth);
  expect(status).toBe(201);
  expect([headers.location, headers.etag]).toEqual(['/v1/berths/NO-03.rcn.A-1', '"1"']);
  expect(headers).not.toHaveProperty('idempotency-replayed');
  const { id, version, createdAt, updatedAt, state } = berth();
  expect(body).toEqual({ id, version, createdAt, updatedAt, ...state });
});

test('a create reaches the write path with its parsed input, its key, its payload hash and its trace', async () => {
  await openBerth().set('traceparent', traceparent).send(rightBerth);
  expect(host.commands).toHaveLength(1);
  expect(host.commands[0]).toMatchObject({
    command: 'open',
    input: { ...rightBerth, notes: [] },
    actor: { id: 'someone', roles: ['officer'] },
    idempotencyKey: 'k1',
    ifMatch: '*',
    traceparent,
    correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
    payloadHash: createHash('sha256').update('{"number":"A-1","size":{"length":12,"unit":"metre"}}').digest('hex'),
  });
  expect(host.commands[0]).not.toHaveProperty('id');
});

test('a command answers 200 with the new version', async () => {
  host.outcome = () => ({ kind: 'done', document: berth({ version: 2 }), replayed: false });
  const { status, headers } = await letBerth().send(rightLet);
  expect([status, headers.etag, headers.location]).toEqual([200, '"2"', undefined]);
  expect(host.commands[0]).toMatchObject({ command: 'letBerth', id: 'NO-03.rcn.A-1', ifMatch: 1 });
});

test('a command may be given on whichever version is current', async () => {
  await letBerth().set('If-Match', '*').send(rightLet);
  expect(host.commands[0]?.ifMatch).toBe('*');
});

test('a repeat is answered as the first time and says so', async () => {
  host.outcome = () => ({ kind: 'done', document: berth(), replayed: true });
  const { status, headers } = await openBerth().send(rightBerth);
  expect([status, headers['idempotency-replayed']]).toEqual([201, 'true']);
});

test('a command without input needs no body', async () => {
  const { status } = await host.as('director').post('/v1/berths/a/close-for-good').set('Idempotency-Key', 'k').set('If-Match', '*');
  expect(status).toBe(200);
  expect(host.commands[0]?.input).toEqual({});
});

test('the order of fields and white space make no other payload; a value does', async () => {
  await letBerth().set('Content-Type', 'application/json').send('{"boat":"Fram","until":"2026-06-30"}');
  await letBerth().set('Content-Type', 'application/json').send('{ "until": "2026-06-30",\n "boat": "Fram" }');
  await letBerth().send({ ...rightLet, boat: 'Gjøa' });
  const hashes = host.commands.map(({ payloadHash }) => payloadHash);
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[0]).not.toBe(hashes[2]);
});

test('a request without a trace begins one, and its id stands for the correlation', async () => {
  await openBerth().set('traceparent', '00-00000000000000000000000000000000-00f067aa0ba902b7-01').send(rightBerth);
  const { traceparent: own, correlationId } = host.commands[0] ?? {};
  expect(own).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(own?.split('-')[1]).toBe(correlationId);
});

const outcomes: [string, Outcome, number, string, Record<string, unknown> | undefined][] = [
  [
    'a refusal of the rule',
    { kind: 'refused', refusal: { refused: 'berth-taken', field: 'boat', details: { status: 'let' } } },
    409,
    'berth-taken',
    { status: 'let' },
  ],
  ['a thing that exists', { kind: 'exists', id: 'NO-03.rcn.A-1' }, 409, 'already-exists', { id: 'NO-03.rcn.A-1' }],
  ['a thing that is not there, or not for the caller', { kind: 'absent' }, 404, 'not-found', undefined],
  ["another owner's case", { kind: 'denied' }, 403, 'not-yours', { allowed: 'officer of registrar' }],
  ['a version that has passed', { kind: 'stale', version: 7 }, 412, 'stale', { version: 7 }],
  ['a key that was used for another payload', { kind: 'key-reused' }, 422, 'key-reused', undefined],
  ['a key whose command is still running', { kind: 'in-flight' }, 409, 'in-flight', undefined],
  ['an aggregate with too much to send', { kind: 'overloaded' }, 503, 'overloaded', undefined],
];
test.each(outcomes)('%s is told as a problem', async (_, outcome, status, code, details) => {
  host.outcome = () => outcome;
  const { body, ...answer } = await letBerth().set('traceparent', traceparent).set('Accept-Language', 'en').send(rightLet);
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
    'no-store',
  ]);
  expect(body).toMatchObject({ type: `urn:xietong:problem:${code}`, status, code, traceid: '4bf92f3577b34da6a3ce929d0e0e4736' });
  expect(body.details).toEqual(details);
  expect(['title', 'detail', 'remedy'].every((name) => typeof body[name] === 'string' && body[name].length > 0)).toBe(true);
});

test('a refusal names the field at fault, in the language of the caller', async () => {
  host.outcome = () => ({ kind: 'refused', refusal: { refused: 'berth-taken', field: 'boat', details: {} } });
  expect((await letBerth().set('Accept-Language', 'en').send(rightLet)).body.errors).toEqual([
    { field: 'boat', message: 'The berth is taken' },
  ]);
  const { body, headers } = await letBerth().send(rightLet);
  expect([body.title, body.errors[0].message, headers['content-language']]).toEqual(['泊位已租出', '泊位已租出', 'zh']);
});

test('whoever may retry is told when', async () => {
  for (const kind of ['in-flight', 'overloaded'] as const) {
    host.outcome = () => ({ kind });
    expect((await letBerth().send(rightLet)).headers['retry-after']).toBe('1');
  }
});

test('a command needs the version that was read', async () => {
  const { status, body } = await host.as('officer').post('/v1/berths/a/let-berth').set('Idempotency-Key', 'k').send(rightLet);
  expect([status, body.code]).toEqual([428, 'if-match-missing']);
});

test('a role that may not is refused before headers and body are looked at', async () => {
  const { status, body } = await host.as('analyst').post('/v1/berths').send('{');
  expect([status, body.code, host.commands.length]).toEqual([403, 'role-missing', 0]);
});

test('only an agency that is served here begins a thing', async () => {
  const foreign = await ToyHost.start({ agencies: [{ ref: 'NO-30/vfk' }] });
  const { status, body } = await foreign.as('officer').post('/v1/berths').set('Idempotency-Key', 'k').send(rightBerth);
  expect([status, body.code, foreign.commands.length]).toEqual([403, 'agency-not-served', 0]);
  await foreign.stop();
});

test('what only the clock may do has no route', async () => {
  const { status } = await host
    .as('officer', 'director', 'operator')
    .post('/v1/berths/a/lapse')
    .set('Idempotency-Key', 'k')
    .set('If-Match', '*');
  expect(status).toBe(404);
});

import { type Actor, aggregate, type AnyAggregate, command, everyone, org, type Role, role, type Service, service } from '@xietong/kernel';
import request from 'supertest';
import { z } from 'zod';
import type { Verify } from '../access/verifier.ts';
import { accessMatrix } from './access-matrix.ts';
import { openApiOf } from './openapi.ts';
import { type TriedService, tryService } from './testing/bad-input/tried-service.ts';
import { Berths, harbour } from './testing/toy-service.ts';

type Berth = z.output<typeof Berths.state>;

/** Berths whose free ones anyone may look up, and of which anyone who has logged in may ask the harbour to close one. */
const Shown: AnyAggregate = aggregate('berth', {
  ...Berths,
  agency: () => 'NO-03/rcn',
  audience: (s) => [org(`of ${s.registrar}`)],
  excerpt: {
    collection: 'free-berths',
    state: z.strictObject({ number: z.string(), metres: z.int() }),
    audience: (s: Berth) => (s.status === 'let' ? [] : [everyone]),
    of: ({ number, metres }: Berth) => ({ number, metres }),
    findBy: ['metres', 'boats'],
  },
  commands: {
    ...Berths.commands,
    closeForGood: command((_: Berth) => [{ type: 'berth.closed', data: {} }], {
      input: z.strictObject({}),
      allow: role('applicant'),
      emits: ['berth.closed'],
      refuses: [],
    }),
  },
});
const declaration: Service = service('harbour', { ...harbour, aggregates: [Shown] });

const owner: Actor = { id: 'owner', kind: 'person', roles: ['officer', 'applicant'], agency: 'NO-03/rcn', org: 'of NO-03/rcn' };
const stranger: Actor = { id: 'stranger', kind: 'person', roles: ['applicant'], agency: 'NO-03/inn' };
const verify: Verify = async (token) => {
  const actor = { owner, stranger }[token];
  if (!actor) return { kind: 'refused', reason: 'signature' };
  return { kind: 'verified', verified: { actor, realmRoles: actor.roles as readonly Role[], expiresAt: 4e9 } };
};

let host: TriedService;
let key = 0;
beforeEach(async () => {
  host = await tryService(declaration, verify, { served: [owner], records: {} });
  await post('/v1/berths', 'owner', { number: 'A-1', size: { unit: 'metre', length: 12 } }).expect(201);
});
afterEach(() => host.stop());

const get = (path: string, as?: string) => {
  const asked = request(host.url).get(path);
  return as === undefined ? asked : asked.set('Authorization', `Bearer ${as}`);
};
const post = (path: string, as: string, body: object) =>
  request(host.url)
    .post(path)
    .set({ Authorization: `Bearer ${as}`, 'Idempotency-Key': `key-${(key += 1)}`, 'If-Match': '*' })
    .send(body);
const excerpt = expect.objectContaining({ id: 'NO-03.rcn.A-1', number: 'A-1', metres: 12 });
const fields = ['createdAt', 'id', 'metres', 'number', 'updatedAt', 'version'];

describe('an excerpt', () => {
  it.each([undefined, 'stranger', 'owner'])('is there for everyone, with and without a token (%s)', async (as) => {
    const { body, headers } = await get('/v1/free-berths/NO-03.rcn.A-1', as).expect(200);
    expect([body, Object.keys(body).sort(), headers['etag']]).toEqual([excerpt, fields, '"1"']);
    expect((await get('/v1/free-berths?metres=12&count=true', as)).body).toEqual({ items: [excerpt], count: 1 });
  });

  it('holds a token that is sent to what every token is held to', async () => {
    expect((await get('/v1/free-berths', 'forged')).status).toBe(401);
  });

  it('does not open the document, its list or its history', async () => {
    for (const path of ['/v1/berths/NO-03.rcn.A-1', '/v1/berths/NO-03.rcn.A-1/history']) {
      expect((await get(path, 'stranger')).status).toBe(404);
      expect((await get(path)).status).toBe(401);
    }
    expect((await get('/v1/berths?count=true', 'stranger')).body).toEqual({ items: [], count: 0 });
  });

  it('is found by what it may be found by alone', async () => {
    const { status, body } = await get('/v1/free-berths?status=free');
    expect([status, body.details]).toEqual([400, { unknown: ['status'], known: ['metres', 'boats', 'limit', 'after', 'sort', 'count'] }]);
    expect((await get('/v1/free-berths?sort=status')).status).toBe(400);
  });

  it('goes where it is for nobody any more', async () => {
    await post('/v1/berths/NO-03.rcn.A-1/let-berth', 'owner', { boat: 'Fram', until: '2026-06-30' }).expect(200);
    expect((await get('/v1/free-berths/NO-03.rcn.A-1')).status).toBe(404);
    expect((await get('/v1/free-berths')).body).toEqual({ items: [] });
    expect((await post('/v1/berths/NO-03.rcn.A-1/close-for-good', 'stranger', {})).status).toBe(404);
  });

  it('is the answer to whoever may act on the document without reading it', async () => {
    const { status, body } = await post('/v1/berths/NO-03.rcn.A-1/close-for-good', 'stranger', {});
    expect([status, body, Object.keys(body).sort()]).toEqual([200, excerpt, fields]);
    expect((await post('/v1/berths/NO-03.rcn.A-1/let-berth', 'stranger', { boat: 'Fram', until: '2026-06-30' })).status).toBe(403);
  });
});

test('a description says that no token is needed, what is shown, and by what it is found', () => {
  const { paths, components } = openApiOf(declaration) as unknown as {
    paths: Record<string, { get: { security?: unknown; tags: string[]; parameters?: { name: string }[] } }>;
    components: { schemas: Record<string, { properties: object }> };
  };
  const list = paths['/v1/free-berths']?.get;
  expect([list?.security, list?.tags, list?.parameters?.map(({ name }) => name)]).toEqual([
    [{}, { bearer: [] }],
    ['free-berths'],
    ['metres', 'boats', 'limit', 'after', 'sort', 'count'],
  ]);
  expect(Object.keys(components.schemas['FreeBerths']?.properties ?? {}).sort()).toEqual(fields);
  expect(accessMatrix(declaration)).toContain('whoever its excerpt is for; without a token, what is for everyone');
});

test("an aggregate's own agency stands before that of who begins it", async () => {
  const other: Actor = { ...owner, id: 'other', agency: 'CN-331082/kjj' };
  const foreign = await tryService(
    declaration,
    async () => ({ kind: 'verified', verified: { actor: other, realmRoles: other.roles, expiresAt: 4e9 } }),
    { served: [owner], records: {} },
  );
  const { body } = await request(foreign.url)
    .post('/v1/berths')
    .set({ Authorization: 'Bearer x', 'Idempotency-Key': 'key-of-another' })
    .send({ number: 'B-2', size: { unit: 'metre', length: 9 } })
    .expect(201);
  const kept = JSON.stringify(await foreign.contents([body.id]));
  expect([kept.includes('"topic":"NO-03.rcn.harbour"'), kept.includes('CN-331082.kjj.harbour')]).toEqual([true, false]);
  await foreign.stop();
});

test('an aggregate is begun for no agency that is not served, whoever begins it', async () => {
  const elsewhere = await tryService(
    declaration,
    async () => ({ kind: 'verified', verified: { actor: owner, realmRoles: owner.roles, expiresAt: 4e9 } }),
    { served: [{ ...owner, agency: 'NO-30/vfk' }], records: {} },
  );
  const { status, body } = await request(elsewhere.url)
    .post('/v1/berths')
    .set({ Authorization: 'Bearer x', 'Idempotency-Key': 'key' })
    .send({ number: 'B-2', size: { unit: 'metre', length: 9 } });
  expect([status, body.code]).toEqual([403, 'agency-not-served']);
  expect(JSON.stringify(await elsewhere.contents(['B-2']))).not.toContain('topic');
  await elsewhere.stop();
});

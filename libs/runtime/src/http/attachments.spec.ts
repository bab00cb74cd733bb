import { type Actor, aggregate, type AnyAggregate, Attachment, everyone, type Role, type Service, service } from '@xietong/kernel';
import request from 'supertest';
import { z } from 'zod';
import type { Verify } from '../access/verifier.ts';
import { sampleFiles } from '../attachments/sample-files.fixture.ts';
import { accessMatrix } from './access-matrix.ts';
import { openApiOf } from './openapi.ts';
import { type TriedService, tryService } from './testing/bad-input/tried-service.ts';
import { Berths, harbour } from './testing/toy-service.ts';

// The whole way of a file, over the real write path: sent up, named, downloaded. Of a berth that is let, everyone may read the first of its papers.

type Berth = z.output<typeof Berths.state>;

const Let: AnyAggregate = aggregate('berth', {
  ...Berths,
  excerpt: {
    collection: 'let-berths',
    state: z.strictObject({ number: z.string(), paper: Attachment.optional() }),
    audience: (s: Berth) => (s.status === 'let' ? [everyone] : []),
    of: ({ number, papers = [] }: Berth) => ({ number, paper: papers[0] }),
    findBy: [],
  },
});
const declaration: Service = service('harbour', { ...harbour, aggregates: [Let] });

const people: Readonly<Record<string, Actor>> = {
  owner: { id: 'owner', kind: 'person', roles: ['officer'], agency: 'NO-03/rcn' },
  colleague: { id: 'colleague', kind: 'person', roles: ['officer', 'analyst'], agency: 'NO-03/rcn' },
  stranger: { id: 'stranger', kind: 'person', roles: ['officer'], agency: 'NO-03/inn' },
};
const verify: Verify = async (token) => {
  const actor = people[token];
  if (!actor) return { kind: 'refused', reason: 'signature' };
  return { kind: 'verified', verified: { actor, realmRoles: actor.roles as readonly Role[], expiresAt: 4e9 } };
};

let host: TriedService;
let key = 0;
beforeEach(async () => {
  host = await tryService(declaration, verify, { served: Object.values(people), records: {} });
  await post('/v1/berths', { number: 'A-1', size: { unit: 'metre', length: 12 } }).expect(201);
});
afterEach(() => host.stop());

const as = (who: string | undefined) => (who === undefined ? {} : { Authorization: `Bearer ${who}` });
const post = (path: string, body: object, who = 'owner') =>
  request(host.url)
    .post(path)
    .set({ ...as(who), 'Idempotency-Key': `key-${(key += 1)}`, 'If-Match': '*', 'Accept-Language': 'en' })
    .send(body);
const sendUp = async (who = 'owner'): Promise<string> => {
  const answer = await request(host.url)
    .post('/v1/attachments')
    .set({
      ...as(who),
      'Idempotency-Key': `key-${(key += 1)}`,
      'Content-Type': 'image/png',
      'Content-Disposition': 'attachment; filename="plan.png"',
    })
    .send(sampleFiles['image/png'])
    .expect(201);
  return answer.body.id;
};
const letWith = (papers: readonly string[], who = 'owner') =>
  post('/v1/berths/NO-03.rcn.A-1/let-berth', { boat: 'Fram', until: '2026-06-30', papers }, who);
const download = async (collection: string, id: string, who?: string) =>
  (await request(host.url).get(`/v1/${collection}/NO-03.rcn.A-1/attachments/${id}`).set(as(who))).status;

test('a file is named by whoever acts in the name in which it was sent up, and downloaded by whoever reads the document', async () => {
  const id = await sendUp('colleague');
  const { status, body } = await letWith([id]);
  expect([status, body.papers]).toEqual([200, [expect.objectContaining({ id, name: 'plan.png', mediaType: 'image/png' })]]);
  expect(await Promise.all(['owner', 'colleague', 'stranger'].map((who) => download('berths', id, who)))).toEqual([200, 200, 404]);
  expect(await download('berths', id)).toBe(401);
});

test.each([
  ['nobody sent up', async () => '00000000-0000-4000-8000-000000000000'],
  ['another agency sent up', () => sendUp('stranger')],
])('a file that %s is refused at its field', async (_, make) => {
  const { status, body } = await letWith([await sendUp(), await make()]);
  expect([status, body.code, body.errors]).toEqual([
    422,
    'attachment-unknown',
    [{ field: 'papers.1', message: 'There is no such attachment' }],
  ]);
});

test('a file is not there before a document names it, nor under another document or excerpt than those that do', async () => {
  const [shown, hidden] = [await sendUp(), await sendUp()];
  expect(await download('berths', shown, 'owner')).toBe(404);
  await letWith([shown, hidden]).expect(200);
  expect([
    await download('berths', hidden, 'owner'),
    await download('let-berths', hidden),
    await download('let-berths', hidden, 'owner'),
  ]).toEqual([200, 404, 404]);
  expect([await download('let-berths', shown), await download('let-berths', shown, 'stranger')]).toEqual([200, 200]);
});

test('a repeat of the command is answered as the first time, though the file was held twice', async () => {
  const id = await sendUp();
  const body = { boat: 'Fram', until: '2026-06-30', papers: [id] };
  const give = () =>
    request(host.url)
      .post('/v1/berths/NO-03.rcn.A-1/let-berth')
      .set({ ...as('owner'), 'Idempotency-Key': 'once', 'If-Match': '*' })
      .send(body);
  const [first, again] = [await give(), await give()];
  expect([first.status, again.status, again.headers['idempotency-replayed'], again.body]).toEqual([200, 200, 'true', first.body]);
});

test('who may send up, and download, stands in the access matrix and in the API description', () => {
  expect(accessMatrix(declaration)).toContain('| POST /v1/attachments |  |  | ✓ |');
  const { paths = {} } = openApiOf(declaration) as { paths?: Record<string, Record<string, { security?: object[]; responses: object }>> };
  expect(Object.keys(paths).filter((path) => path.includes('attachments'))).toEqual([
    '/v1/berths/{id}/attachments/{attachment}',
    '/v1/let-berths/{id}/attachments/{attachment}',
    '/v1/attachments',
  ]);
  expect(paths['/v1/let-berths/{id}/attachments/{attachment}']?.['get']?.security).toEqual([{}, { bearer: [] }]);
  expect(Object.keys(paths['/v1/attachments']?.['post']?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '413', '415', '422', '503']),
  );
});
